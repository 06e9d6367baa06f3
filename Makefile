.DEFAULT_GOAL := help
PORT ?= 8080
PACKAGE ?=
REPS ?= 5

# Debian packages for browser tests: a web server, two fonts, two more engines, and programs
# that read what readers take away: text in PDFs, SVG, and the words of a PNG.
TEST_PACKAGES = nginx-light libnginx-mod-http-brotli-static fonts-dejavu-core fonts-noto-core poppler-utils librsvg2-bin tesseract-ocr
ENGINES ?= chromium,firefox,webkit
export ENGINES
TEST_PACKAGES += $(if $(findstring firefox,$(ENGINES)),firefox-esr)
TEST_PACKAGES += $(if $(findstring webkit,$(ENGINES)),webkit2gtk-driver gir1.2-webkit2-4.1 python3-gi xvfb xauth)

# Tools have their own module file, separate from the program's dependencies.
TOOL = go tool -modfile=.ci/tools.mod

.PHONY: help run dev build new test vulnerable quick check mutate golden bench fuzz size weigh goapp cldr sizes peers table picture release clean browser

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## build the site and serve it with an example article (PORT= for another port)
	go run . serve -port $(PORT)

dev: ## serve, rebuild and reload on every change
	go run . dev -port $(PORT) $(if $(PACKAGE),-package $(PACKAGE))

build: ## write dist/ (PACKAGE=path for another package, URL= for cards and oEmbed)
	go run . build $(if $(PACKAGE),-package $(PACKAGE)) $(if $(URL),-url $(URL))

new: ## make a package from a table (FROM=table.csv OUT=folder; ARGS='-title "…" -source "…"')
	go run . new -from "$(FROM)" -out "$(OUT)" $(ARGS)

check: ## report everything that is wrong with the package (PACKAGE=path for another one)
	go run . check $(PACKAGE)

# As root on Debian this installs the browser and TEST_PACKAGES. A missing browser is an
# error; with BROWSER=none its tests are skipped and counted.
test: browser web/e2e/node_modules ## run all tests (BROWSER=none for no browser tests, ENGINES=chromium for one engine)
	go vet ./...
	GOOS=js GOARCH=wasm go vet .
	$(TOOL) staticcheck ./...
ifeq ($(BROWSER),none)
	go test -timeout 30m -parallel 4 $$(go list ./... | grep -v /web/e2e$$)
	@echo "skipped: $$(go test -list . ./web/e2e | grep -c '^Test') browser tests, because BROWSER=none"
else
	go test -timeout 50m -parallel 4 ./...
endif

vulnerable: ## list known vulnerabilities that affect the code (needs the network)
	$(TOOL) govulncheck ./...

quick: ## run the tests that do not need a browser
	go test $$(go list ./... | grep -v /web/e2e$$)

browser:
	@if [ "$(BROWSER)" != none ] && [ -z "$(CHROMIUM)" ] && ! command -v chromium chromium-browser google-chrome >/dev/null; then \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then apt-get update -qq && apt-get install -y -qq chromium >/dev/null; \
		else echo "chromium not found: install it, set CHROMIUM to its path, or set BROWSER=none"; exit 1; fi; fi
	@if [ "$(BROWSER)" != none ] && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && ! dpkg -s $(TEST_PACKAGES) >/dev/null 2>&1; then \
		apt-get update -qq && apt-get install -y -qq $(TEST_PACKAGES) >/dev/null; fi

web/e2e/node_modules: web/e2e/package-lock.json
	@if [ "$(BROWSER)" = none ]; then echo "skipped npm packages, because BROWSER=none"; \
	else npm ci --prefix web/e2e --no-audit --no-fund --ignore-scripts --loglevel=error && touch $@; fi

# A tool changes operators; a list of edits changes words, styles and scripts.
mutate: browser web/e2e/node_modules ## add mutations one at a time, and report which the tests do not notice (PACKAGES="app/say data", ONLY=word for some)
	go run ./web/e2e/mutate -operators $(PACKAGES)
	go run ./web/e2e/mutate -only "$(ONLY)"

golden: ## rewrite all golden files; check git diff afterwards
	for p in app/chart app/export app/figuretest app/page app/say data/check data/compare data/format data/read web/site; do go test ./$$p -update || exit 1; done

bench: browser ## measure the time until a filter change is painted, compared with a hand-written page
	go test ./web/e2e -run '^$$' -bench . -benchtime 1x

# make test only runs the seeds of these targets.
FUZZTIME ?= 1m
CHECKS ?= 2000
GENERATED = ./data/datatest ./data/check ./data/read ./app/state ./app/chart ./app/page ./web/site
fuzz: ## search for inputs, packages and tables that break parsers or promises (FUZZTIME=10m, CHECKS=2000)
	go test $(GENERATED) -run 'Generated|Candidate|Address|Page' -skip WhatIsGenerated -timeout 60m -rapid.checks=$(CHECKS)
	for target in data/check:FuzzBytes data/check:FuzzFigures data/check:FuzzRecords data/read:FuzzNew data/read:FuzzWorkbook app/state:FuzzParse web/goapp/render:FuzzLengths web/e2e:FuzzWhatHostsPost; do \
		go test ./$${target%:*} -run '^$$' -fuzz "^$${target#*:}$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 1s || exit 1; done

sizes: ## measure builds with 20 to 2,000 figures and 1,000 to 1,000,000 records; updates data/README.md
	go run ./web/e2e/bench/sizes

size: ## show what each Go package adds to the program
	go run ./web/e2e/bench/weigh

weigh: ## show what each patch of go-app saves (takes minutes)
	go run ./web/e2e/bench/weigh -patches

cldr: ## write how each language writes numbers, dates and lists (app/text/cldr), from the Unicode data in Node
	node app/text/cldr.mjs

goapp: ## write the patched go-app into .goapp/, for editors and debuggers
	go run ./web/goapp/write

# The harness is not part of this project; it measures any folder of pages. It measures
# ours twice: as built, and without scripts.
# Other pages in it: static, plot, vega, echarts, plotly, highcharts.
PEERS ?= vanilla,uplot,chartist,frappe,chartjs
MEASURE = node measure.mjs --targets $(PEERS) \
	--dir factframe=$(CURDIR)/dist-bench --adapter factframe=$(CURDIR)/web/e2e/bench/adapter.mjs
peers: harness dist-bench ## compare with other libraries; updates web/e2e/bench/README.md (HARNESS=folder of the harness, REPS=5, PEERS=names)
	cd "$(HARNESS)" && $(MEASURE) --dir bare=$(CURDIR)/dist-bench/bare --adapter bare=$(CURDIR)/web/e2e/bench/bare.mjs --reps $(REPS) --out results/panel
	cd "$(HARNESS)" && $(MEASURE) --suite scale --reps $(REPS) --out results/scale
	$(MAKE) table RESULTS="$(HARNESS)/results/panel.json $(HARNESS)/results/scale.json"

table: ## write results of the harness into web/e2e/bench/README.md (RESULTS="panel.json scale.json")
	go run ./web/e2e/bench/table $(RESULTS)

.PHONY: harness dist-bench
harness:
	@test -d "$(HARNESS)" || { echo "HARNESS is missing: make peers HARNESS=folder"; exit 1; }

dist-bench:
	go run . build -package web/e2e/bench -out $@
	for n in 1000 10000 100000; do \
		go run ./web/e2e/bench/rows -n $$n -out $@.rows && go run . build -package $@.rows -out $@/rows-$$n -wasm $@ || exit 1; done
	go run . clean -out $@.rows
	mkdir -p $@/bare/panel
	sed 's|<script>.*</script>||' $@/panel/index.html > $@/bare/panel/index.html

picture: browser ## retake the picture in the README
	go test ./web/e2e -run TestReadmePicture -update -count 1

# A release contains the program for browsers, so that it needs neither a toolchain nor
# the network. The same commit gives the same bytes.
RELEASES = linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64
release: ## write release/: the command line for each platform, with checksums
	go run ./web/release
	mkdir -p release
	for platform in $(RELEASES); do \
		os=$${platform%/*} arch=$${platform#*/} exe=; [ $$os != windows ] || exe=.exe; \
		CGO_ENABLED=0 GOOS=$$os GOARCH=$$arch go build -trimpath -buildvcs=false -tags release -ldflags="-s -w" -o release/factframe-$$os-$$arch$$exe . || exit 1; done
	cp web/cli/release/LICENSES.txt release/
	cd release && { sha256sum factframe-* 2>/dev/null || shasum -a 256 factframe-*; } > SHA256SUMS && cat SHA256SUMS

clean: ## remove built files, and nothing else
	for n in 1000 10000 100000; do go run . clean -out dist-bench/rows-$$n; done
	rm -rf dist-bench/bare
	for dir in dist dist-bench dist-bench.rows; do go run . clean -out $$dir; done
	rm -rf web/e2e/node_modules web/cli/release .goapp
	rm -f release/factframe-* release/SHA256SUMS release/LICENSES.txt
