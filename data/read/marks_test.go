package read_test

import _ "factframe/app/chart" // defines the marks that packages use
