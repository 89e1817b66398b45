# make demo     play a whole cohort through the real service, and look at what came of it
# make test     everything that can fail: unit, property, crash, hostile, different users, other people's tools
# make bench    how fast, beside plain SQLite in C
# make power-loss   RUNS runs that lose power (10,000), and every call of the disk failed in turn
# make soak     ten minutes under load: what must not grow does not
# make simulate many years of a municipality by chance, held against a model; SEED and COMMANDS
# make install  DESTDIR and prefix as usual
# make deb      the same as a Debian package
# make test-boot  install that package on a machine that boots for it, and do there what administrators do

prefix ?= /usr
sysconfdir ?= /etc
DESTDIR ?=
BUILD ?= .build
# The programs that are installed and packaged.
PROGRAMS ?= $(BUILD)/release
VERSION = $(shell sed -n '1s/.*(\(.*\)).*/\1/p' debian/changelog)
SWIFT_BUILD = swift build --build-path $(BUILD)

bindir = $(DESTDIR)$(prefix)/bin
unitdir = $(DESTDIR)$(prefix)/lib/systemd/system
sysusersdir = $(DESTDIR)$(prefix)/lib/sysusers.d
tmpfilesdir = $(DESTDIR)$(prefix)/lib/tmpfiles.d
catalogdir = $(DESTDIR)$(prefix)/lib/systemd/catalog
docdir = $(DESTDIR)$(prefix)/share/doc/talentd
mandir = $(DESTDIR)$(prefix)/share/man
MANUAL = Config/man

PYTHON = $(abspath $(BUILD))/python
export TALENT_PYTHON = $(PYTHON)/bin/python3
WITNESS = $(abspath $(BUILD))/witness
export TALENT_WITNESS = $(WITNESS)/bin/aics-witness

.PHONY: all test-packages demo test bench power-loss soak simulate install install-files deb deb-packages test-boot debug release schemas debian-packages lint

all: release

# Installs what the machine lacks, and says what that is where it may not.
debian-packages:
	@Tests/debian-packages libsqlite3-dev

# What the tests hold the service to besides: systemd's own judgement of the units, other people's verifiers,
# and a browser for the page of a bundle.
test-packages:
	@Tests/debian-packages libsqlite3-dev libfaketime openssl python3-venv systemd golang-go golang-golang-x-mod-dev \
	  chromium poppler-utils groff-base e2fsprogs mount util-linux

debug: debian-packages
	$(SWIFT_BUILD)

# Statically linked but for the C library and SQLite: a command line that starts in milliseconds.
release: debian-packages
	$(SWIFT_BUILD) -c release --static-swift-stdlib --product talentd
	$(SWIFT_BUILD) -c release --static-swift-stdlib --product talentctl
	$(SWIFT_BUILD) -c release --static-swift-stdlib --product talent-anchor

demo: debug
	Config/example/demonstration $(BUILD)/debug

$(PYTHON)/ready: Tests/python-requirements.txt | test-packages
	python3 -m venv $(PYTHON)
	$(PYTHON)/bin/pip install --quiet --requirement $<
	touch $@

# Somebody else's witness. It asks for Python 3.12, and runs with the 3.11 of Debian 12 as well.
$(WITNESS)/ready: Tests/witness-requirements.txt | test-packages
	python3 -m venv $(WITNESS)
	$(WITNESS)/bin/pip install --quiet --ignore-requires-python --requirement $<
	touch $@

SOCKET_TESTS = VarlinkTests|TalentCommandsTests

LONG_TESTS = PowerLossTests|SimulationTests

# The pure modules first, which keep every thread busy; then those that speak over sockets, whose servers would wait for a
# thread among them; then the long ones by chance, and whole processes, which hold threads themselves; fuzzing, which does all
# of that, by itself. The simulation plays the same worlds each time; `make simulate` others.
test: test-packages debug $(PYTHON)/ready $(WITNESS)/ready
	swift test --build-path $(BUILD) --skip '$(SOCKET_TESTS)|$(LONG_TESTS)|EndToEndTests'
	swift test --build-path $(BUILD) --skip-build --filter '$(SOCKET_TESTS)' --skip FuzzTests
	swift test --build-path $(BUILD) --skip-build --filter PowerLossTests
	SEED=$(or $(SEED),1) swift test --build-path $(BUILD) --skip-build --filter SimulationTests
	swift test --build-path $(BUILD) --skip-build --filter EndToEndTests --skip FuzzTests
	swift test --build-path $(BUILD) --skip-build --filter FuzzTests

bench: release
	Tests/Bench/bench $(BUILD)/release

# As many runs as one likes; a failure names its seed (TALENT_POWER_SEED), by which it comes again.
RUNS ?= 10000
power-loss: debug
	TALENT_POWER_RUNS=$(RUNS) TALENT_FAULTS=1000000 swift test --build-path $(BUILD) --filter PowerLossTests

# Ten minutes of load, in which nothing may grow but the log (TALENT_SOAK_MINUTES for more or fewer).
soak: release
	Tests/Bench/bench $(BUILD)/release soak

# A million commands take an hour and a half on a machine that does little else. What failed is had again from its seed, in a
# minute: Tests/SimulationTests/README.md.
SEED ?=
COMMANDS ?= 1000000
simulate: debian-packages
	SEED=$(SEED) COMMANDS=$(COMMANDS) swift test --build-path $(BUILD) --filter SimulationTests

# The files of events-schema that are made from the types.
schemas: debug
	$(BUILD)/debug/talentd schemas events-schema

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

install: release install-files

install-files:
	install -d $(bindir) $(unitdir) $(mandir)/man1 $(mandir)/man5 $(mandir)/man8 $(mandir)/da/man1
	install -m 755 $(PROGRAMS)/talentd $(PROGRAMS)/talentctl $(PROGRAMS)/talent-anchor $(bindir)
	install -m 644 systemd/*.service systemd/*.socket systemd/*.timer systemd/*.path $(unitdir)
	install -D -m 644 systemd/talentd.sysusers $(sysusersdir)/talentd.conf
	install -D -m 644 systemd/talentd.tmpfiles $(tmpfilesdir)/talentd.conf
	install -D -m 644 systemd/talentd.catalog $(catalogdir)/talentd.catalog
	install -D -m 644 README.md $(docdir)/README.md
	install -D -m 644 systemd/README.md $(docdir)/administration.md
	install -D -m 644 systemd/disaster-drill.md $(docdir)/disaster-drill.md
	install -D -m 644 LICENSE $(docdir)/copyright
	install -D -m 644 Config/programme.yaml $(docdir)/examples/programme.yaml
	install -D -m 644 Config/talentd.yaml $(docdir)/examples/talentd.yaml
	$(MANUAL)/render $(MANUAL)/talentd.8.in $(VERSION) > $(mandir)/man8/talentd.8
	$(MANUAL)/render $(MANUAL)/talent-anchor.8.in $(VERSION) > $(mandir)/man8/talent-anchor.8
	$(MANUAL)/render $(MANUAL)/talentd.yaml.5.in $(VERSION) --settings Config/talentd.yaml > $(mandir)/man5/talentd.yaml.5
	$(MANUAL)/render $(MANUAL)/talentctl.1.in $(VERSION) --commands $(PROGRAMS)/talentctl > $(mandir)/man1/talentctl.1
	$(MANUAL)/render $(MANUAL)/talentctl.da.1.in $(VERSION) --commands $(PROGRAMS)/talentctl \
	  --words $(MANUAL)/talentctl.da.po > $(mandir)/da/man1/talentctl.1
	test -e $(DESTDIR)$(sysconfdir)/talentd/talentd.yaml || \
	  install -D -m 644 Config/talentd.yaml $(DESTDIR)$(sysconfdir)/talentd/talentd.yaml
	# The templates of the letters are the municipality's to edit: those that are there stay.
	install -d $(DESTDIR)$(sysconfdir)/talentd/letters $(docdir)/examples/letters
	install -m 644 Config/letters/*.mustache $(docdir)/examples/letters
	for template in Config/letters/*.mustache; do \
	  test -e $(DESTDIR)$(sysconfdir)/talentd/letters/$${template##*/} || \
	    install -m 644 $$template $(DESTDIR)$(sysconfdir)/talentd/letters || exit 1; \
	done
	install -d $(DESTDIR)$(prefix)/share/bash-completion/completions $(DESTDIR)$(prefix)/share/zsh/vendor-completions \
	  $(DESTDIR)$(prefix)/share/fish/vendor_completions.d
	$(PROGRAMS)/talentctl --generate-completion-script bash | sed '1{/^#!/d}' \
	  > $(DESTDIR)$(prefix)/share/bash-completion/completions/talentctl
	$(PROGRAMS)/talentctl --generate-completion-script zsh \
	  > $(DESTDIR)$(prefix)/share/zsh/vendor-completions/_talentctl
	$(PROGRAMS)/talentctl --generate-completion-script fish \
	  > $(DESTDIR)$(prefix)/share/fish/vendor_completions.d/talentctl.fish

deb-packages:
	@Tests/debian-packages build-essential debhelper lintian python3

# Built in a copy, for debhelper leaves its workings beside what it reads. TALENT_VERSION gives it another version.
DEB = $(abspath $(BUILD))/deb
DEB_TREE = $(DEB)/tree
deb: release deb-packages
	rm -rf $(DEB_TREE)
	install -d $(DEB_TREE)
	cp -R debian Makefile Config systemd README.md LICENSE $(DEB_TREE)
	test -z "$(TALENT_VERSION)" || sed -i '1s/(.*)/($(TALENT_VERSION))/' $(DEB_TREE)/debian/changelog
	cd $(DEB_TREE) && PROGRAMS=$(abspath $(PROGRAMS)) DEB=$(DEB) debian/rules binary
	rm -rf $(DEB_TREE)
	lintian --fail-on error,warning --allow-root $(DEB)/talentd_$(or $(TALENT_VERSION),$(VERSION))_*.deb

# Boots Debian 12 for it, as root: debootstrap and systemd-nspawn.
test-boot: deb
	@Tests/debian-packages debootstrap systemd-container python3
	Tests/Boot/boot $(DEB)/talentd_$(VERSION)_*.deb $(abspath $(BUILD))/boot
