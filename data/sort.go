package data

import "sort"

// Sort sorts a list in place and keeps the order of equal elements.
// slices.SortStableFunc adds 15 kB to the program for each type that it sorts.
func Sort[T any](list []T, compare func(a, b T) int) {
	sort.Stable(ordering{
		n:    len(list),
		less: func(i, j int) bool { return compare(list[i], list[j]) < 0 },
		swap: func(i, j int) { list[i], list[j] = list[j], list[i] },
	})
}

type ordering struct {
	n    int
	less func(i, j int) bool
	swap func(i, j int)
}

func (o ordering) Len() int           { return o.n }
func (o ordering) Less(i, j int) bool { return o.less(i, j) }
func (o ordering) Swap(i, j int)      { o.swap(i, j) }
