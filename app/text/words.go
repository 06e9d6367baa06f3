package text

// The fixed words of the widget, in one place so that they can be read, checked
// and one day translated together.
const (
	NotPrinted   = "not printed"
	Calculated   = "calculated"
	TakeCare     = "Take care"
	ShowAs       = "Show as"
	Together     = "together"
	AFall        = "a fall"
	ReadValues   = "Read the values"
	SharesDrawn  = "Drawn as shares of their sum."
	Clear        = "Clear"
	ClearAll     = "Clear all"
	All          = "All"
	None         = "None"
	TickThose    = "Tick the ones to show"
	Only         = "Only"
	Close        = "Close"
	Receipt      = "Receipt"
	FullReceipt  = "Full receipt"
	Receipts     = "Receipts"
	Compare      = "Compare"
	Sources      = "Sources"
	Source       = "Source"
	Views        = "Views"
	NothingShown = "No figure fits all of these choices."
	NotKept      = "This page is not kept on your device"
	NotKeptWhy   = "There is no network just now. These figures can be read without one:"
	DataCSV      = "Data (CSV)"
	PictureSVG   = "Picture (SVG)"
	DataJSON     = "Data package (JSON)"
	Embed        = "Embed"
	MadeBy       = "Made by"
	Help         = "Help"
	MoreHelp     = "More help"
	Choices      = "Choices"
	Address      = "Address"
	MoreFigures  = "More figures"
	More         = "More"
	MoreThan     = " figures"
	TakeAway     = "Share"
	Background   = "Background"
	Figure       = "Figure"
	Value        = "Value"
	Share        = "Share"
	Search       = "Search"
	Chart        = "Chart"
	Cards        = "Cards"
	List         = "List"
	Table        = "Table"
	Time         = "Time"
	Until        = "to"
	From         = "From"
	To           = "To"
	CountWord    = "Count"
	AmountWord   = "Amount"
	PerCent      = "Per cent"
	AddFigure    = "Add a figure"
	SearchOthers = "Search for the others."
	InTheTable   = "All in the table"

	CompareSub    = "Choose two or more: figures that count different things cannot share a sum, a ranking or an axis."
	ChooseAnother = "Choose another figure to compare it with."
	OftenConfused = "Often compared, and not comparable"

	PublishedOnce    = "Published once:"
	SharesCalculated = "Shares are calculated from the counts."
	ChoiceComing     = "The choice in this address is on its way."
	ChoiceLost       = "The choices in this address need a script, and none runs here. Pages that need none:"
	WholePage        = "this page without them"
)

// Orders are the labels of a choice between orders.
var Orders = map[string]string{"size": "Largest first", "printed": "As printed", "name": "By name"}

// Statuses say an SDMX OBS_STATUS code in words.
var Statuses = map[string]string{
	"A": "normal", "B": "break in the series", "D": "definition differs", "E": "estimated", "L": "not collected",
	"M": "cannot exist", "O": "missing", "P": "provisional", "Q": "suppressed", "U": "low reliability",
}

// Shorthand marks a value in CSV as official statistics do.
var Shorthand = map[string]string{"B": "[b]", "E": "[e]", "L": "[x]", "M": "[z]", "O": "[x]", "P": "[p]", "Q": "[c]", "U": "[u]"}

// Others counts what stands one step away.
func Others(n int) string { return Of(n, "other", "others") }

// AxisFrom says that an axis does not begin at zero.
func AxisFrom(begins string) string { return "The axis begins at " + begins + ", not at zero." }
