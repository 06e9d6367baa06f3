package scale

// Band divides Range into N equal bands with space between and around them.
type Band struct {
	N       int
	Range   [2]float64
	Padding float64 // share of a step that stays empty, 0 to 1
}

// step is d3-scale's: the outer padding equals the inner one.
func (b Band) step() float64 {
	return (b.Range[1] - b.Range[0]) / max(1, float64(b.N)+b.Padding)
}

// At is where band i begins.
func (b Band) At(i int) float64 {
	start := b.Range[0] + (b.Range[1]-b.Range[0]-b.step()*(float64(b.N)-b.Padding))/2
	return start + float64(i)*b.step()
}

// Width is the width of a band.
func (b Band) Width() float64 { return b.step() * (1 - b.Padding) }
