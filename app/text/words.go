package text

// The fixed words of the widget, in one place so that they can be read, checked
// and one day translated together.
const (
	NotPrinted   = "not printed"
	Calculated   = "calculated"
	TakeCare     = "Take care"
	ShowAs       = "Show as"
	ClearAll     = "Clear all"
	All          = "All"
	Only         = "Only"
	Close        = "Close"
	Receipt      = "Receipt"
	Compare      = "Compare"
	Sources      = "Sources"
	Source       = "Source"
	Views        = "Views"
	NothingShown = "No figure fits all of these choices."
	DataCSV      = "Data (CSV)"
	PictureSVG   = "Picture (SVG)"
	DataJSON     = "Data package (JSON)"
	Embed        = "Embed"
	Help         = "Help"
	Choices      = "Choices"
	Address      = "Address"
	MoreFigures  = "More figures"
	More         = "more"
	Download     = "Download"
	Background   = "Background"
	Figure       = "Figure"
	Value        = "Value"
	Share        = "Share"
	Search       = "Search"
	CountWord    = "Count"
	AmountWord   = "Amount"
	PerCent      = "Per cent"
	AddFigure    = "Add a figure"

	CompareSub    = "Choose two or more: figures that count different things cannot share a sum, a ranking or an axis."
	ChooseAnother = "Choose another figure to compare it with."
	OftenConfused = "Often compared, and not comparable"

	PublishedOnce    = "Published once:"
	SharesCalculated = "Shares are calculated from the counts."
	ChoiceComing     = "The choice in this address is on its way."
	ChoiceLost       = "The choices in this address need a script, and none runs here. Pages that need none:"
	WholePage        = "this page without them"
)

// Shows are the names of what a view can show in place of its picture.
var Shows = map[string]string{"table": "Table", "bar": "Chart", "line": "Chart", "tally": "Chart", "age": "Chart", "card": "Cards", "list": "List"}

// Orders are the labels of a choice between orders.
var Orders = map[string]string{"size": "Largest first", "printed": "As printed", "name": "By name"}

// Statuses say an SDMX OBS_STATUS code in words.
var Statuses = map[string]string{
	"A": "normal", "B": "break in the series", "D": "definition differs", "E": "estimated", "L": "not collected",
	"M": "cannot exist", "O": "missing", "P": "provisional", "Q": "suppressed", "U": "low reliability",
}

// Shorthand marks a value in CSV as official statistics do.
var Shorthand = map[string]string{"B": "[b]", "E": "[e]", "L": "[x]", "M": "[z]", "O": "[x]", "P": "[p]", "Q": "[c]", "U": "[u]"}
