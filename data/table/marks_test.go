package table_test

import _ "factframe/app/chart" // packages name the marks that it defines
