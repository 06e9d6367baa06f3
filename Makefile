.DEFAULT_GOAL := help
PORT ?= 8080
PACKAGE ?=
REPS ?= 5

# Packages that browser tests use: a host, two fonts, two more engines, and what
# reads a PDF back.
TEST_PACKAGES = nginx-light libnginx-mod-http-brotli-static fonts-dejavu-core fonts-noto-core poppler-utils
ENGINES ?= chromium,firefox,webkit
export ENGINES
TEST_PACKAGES += $(if $(findstring firefox,$(ENGINES)),firefox-esr)
TEST_PACKAGES += $(if $(findstring webkit,$(ENGINES)),webkit2gtk-driver gir1.2-webkit2-4.1 python3-gi xvfb xauth)

# Tools have versions of their own, apart from what the program is built of.
TOOL = go tool -modfile=.ci/tools.mod

.PHONY: help run dev build new test vulnerable quick check mutate golden bench fuzz size weigh goapp sizes peers table picture release clean browser

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## build the widget and serve it with an article that embeds it (PORT= for another port)
	go run . serve -port $(PORT)

dev: ## serve, rebuild and reload on every change
	go run . dev -port $(PORT) $(if $(PACKAGE),-package $(PACKAGE))

build: ## write dist/ (PACKAGE=path for another package, URL= for cards and oEmbed)
	go run . build $(if $(PACKAGE),-package $(PACKAGE)) $(if $(URL),-url $(URL))

new: ## make a package of a table (FROM=table.csv OUT=folder; ARGS='-title "…" -source "…"')
	go run . new -from "$(FROM)" -out "$(OUT)" $(ARGS)

check: ## say all that is wrong with the package (PACKAGE=path for another one)
	go run . check $(PACKAGE)

# On Debian, root gets the browser and what its tests use installed. A missing
# browser is an error; BROWSER=none skips its tests and counts them.
test: browser web/e2e/node_modules ## run every test, in browsers too (BROWSER=none without one, ENGINES=chromium in one alone)
	go vet ./...
	GOOS=js GOARCH=wasm go vet .
	$(TOOL) staticcheck ./...
ifeq ($(BROWSER),none)
	go test -timeout 30m -parallel 4 $$(go list ./... | grep -v /web/e2e$$)
	@echo "skipped: $$(go test -list . ./web/e2e | grep -c '^Test') browser tests, because BROWSER=none"
else
	go test -timeout 30m -parallel 4 ./...
endif

vulnerable: ## say which known vulnerabilities the code reaches (asks the network)
	$(TOOL) govulncheck ./...

quick: ## run the tests that need no browser
	go test $$(go list ./... | grep -v /web/e2e$$)

browser:
	@if [ "$(BROWSER)" != none ] && [ -z "$(CHROMIUM)" ] && ! command -v chromium chromium-browser google-chrome >/dev/null; then \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then apt-get update -qq && apt-get install -y -qq chromium >/dev/null; \
		else echo "install chromium, name a browser in CHROMIUM, or set BROWSER=none"; exit 1; fi; fi
	@if [ "$(BROWSER)" != none ] && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && ! dpkg -s $(TEST_PACKAGES) >/dev/null 2>&1; then \
		apt-get update -qq && apt-get install -y -qq $(TEST_PACKAGES) >/dev/null; fi

web/e2e/node_modules: web/e2e/package-lock.json
	@if [ "$(BROWSER)" = none ]; then echo "npm packages are left out, because BROWSER=none"; \
	else npm ci --prefix web/e2e --no-audit --no-fund --ignore-scripts --loglevel=error && touch $@; fi

# Operators are changed by a tool; words, styles and scripts by a list of edits.
mutate: browser web/e2e/node_modules ## add mutations one at a time, and report which the tests do not notice (PACKAGES="app/say data", ONLY=word for some)
	go run ./web/e2e/mutate -operators $(PACKAGES)
	go run ./web/e2e/mutate -only "$(ONLY)"

golden: ## write every golden anew; read git diff afterwards
	for p in app/chart app/export app/figuretest app/page app/say data/check data/compare data/format data/read web/site; do go test ./$$p -update || exit 1; done

bench: browser ## measure a filter change until it is painted, beside a hand-written page
	go test ./web/e2e -run '^$$' -bench . -benchtime 1x

# Each target finds what the seeds that make test runs do not.
FUZZTIME ?= 1m
CHECKS ?= 2000
GENERATED = ./data/datatest ./data/check ./data/read ./app/state ./app/chart ./app/page ./web/site
fuzz: ## look for inputs that break a parser, and for generated packages and tables that break a promise (FUZZTIME=10m, CHECKS=2000)
	go test $(GENERATED) -run 'Generated|Candidate|Address|Page' -skip WhatIsGenerated -timeout 60m -rapid.checks=$(CHECKS)
	for target in data/check:FuzzBytes data/check:FuzzFigures data/check:FuzzRecords data/read:FuzzNew data/read:FuzzWorkbook app/state:FuzzParse web/goapp/render:FuzzLengths web/e2e:FuzzWhatHostsPost; do \
		go test ./$${target%:*} -run '^$$' -fuzz "^$${target#*:}$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 1s || exit 1; done

sizes: ## measure what packages of 20 to 2,000 figures and of 1,000 to 1,000,000 records make, into data/README.md
	go run ./web/e2e/bench/sizes

size: ## say what each Go package adds to the program
	go run ./web/e2e/bench/weigh

weigh: ## say what each patch of go-app saves (minutes)
	go run ./web/e2e/bench/weigh -patches

goapp: ## write the go-app that ships into .goapp/, for editors and debuggers
	go run ./web/goapp/write

# The harness stands outside this project; it measures any folder of pages. Ours
# stands there twice: as it is, and with every script taken out of its page.
# Others that it knows: static, plot, vega, echarts, plotly, highcharts.
PEERS ?= vanilla,uplot,chartist,frappe,chartjs
MEASURE = node measure.mjs --targets $(PEERS) \
	--dir factframe=$(CURDIR)/dist-bench --adapter factframe=$(CURDIR)/web/e2e/bench/adapter.mjs
peers: harness dist-bench ## measure beside other libraries, into web/e2e/bench/README.md (HARNESS=folder of a measuring harness, REPS=5, PEERS=names)
	cd "$(HARNESS)" && $(MEASURE) --dir bare=$(CURDIR)/dist-bench/bare --adapter bare=$(CURDIR)/web/e2e/bench/bare.mjs --reps $(REPS) --out results/panel
	cd "$(HARNESS)" && $(MEASURE) --suite scale --reps $(REPS) --out results/scale
	$(MAKE) table RESULTS="$(HARNESS)/results/panel.json $(HARNESS)/results/scale.json"

table: ## put a harness's results into web/e2e/bench/README.md (RESULTS="panel.json scale.json")
	go run ./web/e2e/bench/table $(RESULTS)

.PHONY: harness dist-bench
harness:
	@test -d "$(HARNESS)" || { echo "name the harness: make peers HARNESS=folder"; exit 1; }

dist-bench:
	go run . build -package web/e2e/bench -out $@
	for n in 1000 10000 100000; do \
		go run ./web/e2e/bench/rows -n $$n -out $@.rows && go run . build -package $@.rows -out $@/rows-$$n -wasm $@ || exit 1; done
	go run . clean -out $@.rows
	mkdir -p $@/bare/panel
	sed 's|<script>.*</script>||' $@/panel/index.html > $@/bare/panel/index.html

picture: browser ## make the README's picture anew
	go test ./web/e2e -run TestReadmePicture -update -count 1

# A release carries the program for browsers, so that it needs no toolchain and
# no network. The same commit makes the same bytes.
RELEASES = linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64
release: ## write release/: the command line for each platform, with checksums
	go run ./web/release
	mkdir -p release
	for platform in $(RELEASES); do \
		os=$${platform%/*} arch=$${platform#*/} exe=; [ $$os != windows ] || exe=.exe; \
		CGO_ENABLED=0 GOOS=$$os GOARCH=$$arch go build -trimpath -buildvcs=false -tags release -ldflags="-s -w" -o release/factframe-$$os-$$arch$$exe . || exit 1; done
	cp web/cli/release/LICENSES.txt release/
	cd release && { sha256sum factframe-* 2>/dev/null || shasum -a 256 factframe-*; } > SHA256SUMS && cat SHA256SUMS

clean: ## remove what was built, and nothing else
	for n in 1000 10000 100000; do go run . clean -out dist-bench/rows-$$n; done
	rm -rf dist-bench/bare
	for dir in dist dist-bench dist-bench.rows; do go run . clean -out $$dir; done
	rm -rf web/e2e/node_modules web/cli/release .goapp
	rm -f release/factframe-* release/SHA256SUMS release/LICENSES.txt
