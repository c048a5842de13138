# Patchwork: `make help` says what there is. Every target does the set-up that it needs and is silent where nothing is
# to be done. Settings: PREFIX, DESTDIR (install), PATCHWORK_DATA (data folder), SWIFT, PYTHON.
SHELL := /bin/sh
.DEFAULT_GOAL := help
PREFIX ?= $(HOME)/.local
SWIFT ?= swift
PYTHON ?= python3
SWIFT_SOURCES := Package.swift $(wildcard Sources Tests Benchmarks Fuzz)
RELEASE := .build/release
RELEASE_BUILD := $(SWIFT) build -c release --product patchwork --static-swift-stdlib

.PHONY: help setup setup-md build gazetteer demo test lint install check-data clean

help:
	@echo 'make demo       set up, build, read the samples, write a page of them, and serve the record (SERVE=0: not)'
	@echo 'make test       set up, build, and run all tests'
	@echo 'make setup      system libraries and data packages, nothing where nothing is missing'
	@echo 'make setup-md   the larger language model too (option --model md)'
	@echo 'make build      the release build and the gazetteer index'
	@echo 'make install    the release build into PREFIX (now $(PREFIX))'
	@echo 'make lint       the layout of the sources'
	@echo 'make check-data reads every byte of the data packages'

setup:
	@Setup/swift.sh
	@Setup/system-libraries.sh
	@$(PYTHON) Setup/data.py

setup-md: setup
	@$(PYTHON) Setup/data.py en_core_web_md

check-data:
	@$(PYTHON) Setup/data.py --check

build: setup
	@Setup/quietly.sh 'Building' $(RELEASE_BUILD)
	@$(PYTHON) Setup/gazetteer.py $(RELEASE)/patchwork

demo: build
	@Setup/demo.sh $(RELEASE)/patchwork

test: setup
	$(SWIFT) build --build-tests
	@$(PYTHON) Setup/gazetteer.py .build/debug/patchwork
	@Setup/swift-tests.sh $(SWIFT)
	$(PYTHON) -m unittest discover -s Setup/Tests
	$(PYTHON) -m unittest discover -s Evaluation/Tests

lint:
	$(SWIFT) format lint --strict -r $(SWIFT_SOURCES)

install: build
	@Setup/install.sh $(RELEASE) '$(DESTDIR)$(PREFIX)'

clean:
	rm -rf .build out
