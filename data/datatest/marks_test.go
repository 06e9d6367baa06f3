package datatest_test

import _ "factframe/app/chart" // defines the marks that packages use
