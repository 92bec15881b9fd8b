# Build, test and measure Sangdam. `make` alone lists the targets.

GO       ?= go
VERSION  ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo unknown)
LDFLAGS  := -s -w -X sangdam/internal/cli.version=$(VERSION)
TOOL     := $(GO) tool -modfile=.ci/tools/go.mod
FUZZTIME ?= 20s
DRAWS    ?= 20000
BENCH    ?= .

.DEFAULT_GOAL := help
.PHONY: help build test lint vulns unit race bench fuzz draws cover docs install clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: ## the program, static, as build/sangdam
	CGO_ENABLED=0 $(GO) build -ldflags '$(LDFLAGS)' -o build/sangdam .

test: install lint unit race vulns ## everything that must hold; installs what it needs

lint: ## formatting, vet and staticcheck
	@test -z "$$(gofmt -l .)" || { echo "not formatted:"; gofmt -l .; exit 1; }
	$(GO) vet ./...
	$(TOOL) staticcheck ./...

# What properties draw is the same in each run, so that the same code passes or fails alike; `make draws` looks further.
unit race: export RAPID_SEED ?= 1

unit: ## unit, property, command-line, import and README tests, with the seeds of the fuzzers
	$(GO) run ./internal/house/gotest -timeout 20m ./...

# Whole solves through the command line and the API, and the tests of those parts that share memory between goroutines.
race: ## what runs on several goroutines, under the race detector
	WALKED_LANGUAGES=ko CGO_ENABLED=1 $(GO) test -race -timeout 20m ./api/... ./internal/cli/... ./internal/jobs/...
	CGO_ENABLED=1 $(GO) test -race -timeout 20m -run 'Workers|OneCoreAndTwo|Stop|Shortlist|ScorerEquals|SameTime' ./internal/plan ./internal/report/pdf ./matcher ./scheduler/internal/...

vulns: ## published faults in code that is called
	.ci/vulns

bench: ## benchmarks; BENCH=name for some of them
	$(GO) test -run '^$$' -bench '$(BENCH)' -benchmem ./...

fuzz: ## each fuzz target for FUZZTIME
	@$(GO) list ./... | while read -r p; do \
		$(GO) test -list '^Fuzz' "$$p" | grep '^Fuzz' | while read -r f; do \
			echo "$$p $$f"; $(GO) test -run '^$$' -fuzz "^$$f$$" -fuzztime $(FUZZTIME) "$$p" || exit 1; \
		done || exit 1; \
	done

draws: ## the property tests with DRAWS other draws each
	@grep -rl '"pgregory.net/rapid"' --include=*_test.go . | xargs -n 1 dirname | sort -u | while read -r p; do \
		RAPID_CHECKS=$(DRAWS) $(GO) test -count=1 -timeout 0 -run "^($$(cat $$p/*_test.go | awk '/^func Test/{name=$$2; sub(/[(].*/, "", name)} /rapid.Check/{print name}' | sort -u | paste -sd '|' -))$$" "$$p" || exit 1; \
	done

cover: ## coverage as build/cover.html
	@mkdir -p build
	$(GO) test -coverprofile build/cover.out ./...
	$(GO) tool cover -html build/cover.out -o build/cover.html
	$(GO) tool cover -func build/cover.out | tail -n 1

docs: ## the outputs shown in the READMEs and the guide, as they are now
	UPDATE_DOCS=1 $(GO) test ./internal/house -count=1 -run TestEveryCommandShown

install: ## what the tests need beside Go (Debian, as root)
	@.ci/install

clean: ## what the targets above wrote
	rm -rf build
