// Command bundle checks an evidence bundle by Go's own code for transparency logs, golang.org/x/mod/sumdb, which knows
// nothing of who made it. It prints a line a check, with how many things it looked at; what fails names the position of the
// leaf or the file, and ends it with 1.
//
//	bundle [-log-key KEY] [-known CHECKPOINT-FILE] DIR
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// manifest holds what this verifier needs of manifest.json.
type manifest struct {
	Origin string
	Size   int64
	Keys   []string
	Whole  bool
}

// leaf is one line of leaves.jsonl.
type leaf struct {
	position int64
	bytes    []byte
}

type bundle struct {
	folder    string
	manifest  manifest
	verifiers note.Verifiers
	tree      tlog.Tree
	hashes    tlog.HashReader
	// vouched are sizes at which somebody's word was found to be of this tree, in order.
	vouched []int64
}

// fault is what fails: the check, and a position or a file where one is known.
type fault struct {
	check string
	place string
	why   error
}

func (f *fault) Error() string { return fmt.Sprintf("failed %s %s: %v", f.check, f.place, f.why) }

func at(check string, position int64, why error) error {
	return &fault{check, "position " + strconv.FormatInt(position, 10), why}
}

func in(check, path string, why error) error { return &fault{check, "file " + path, why} }

var errDiffers = errors.New("it is another")

func main() {
	logKey := flag.String("log-key", "", "the log's verifier key; without it, the bundle's own word is taken")
	known := flag.String("known", "", "a checkpoint from elsewhere")
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(64)
	}
	if err := run(flag.Arg(0), *logKey, *known); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(folder, logKey, known string) error {
	b := &bundle{folder: folder}
	if err := b.read("manifest.json", &b.manifest); err != nil {
		return in("files", "manifest.json", err)
	}
	leaves, err := b.leaves()
	if err != nil {
		return in("leaves", "leaves.jsonl", err)
	}
	if err := b.keys(logKey, leaves); err != nil {
		return in("keys", "manifest.json", err)
	}
	for _, check := range []func() error{
		b.checkpoint,
		b.checkTree,
		func() error { return b.checkLeaves(leaves) },
		b.checkEntries,
		func() error { return b.checkProofs(leaves) },
		b.checkAnchors,
		func() error { return b.checkKnown(known) },
	} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

func (b *bundle) path(name string) string { return filepath.Join(b.folder, filepath.FromSlash(name)) }

func (b *bundle) read(name string, into interface{}) error {
	data, err := os.ReadFile(b.path(name))
	if err != nil {
		return err
	}
	return json.Unmarshal(data, into)
}

func (b *bundle) leaves() ([]leaf, error) {
	data, err := os.ReadFile(b.path("leaves.jsonl"))
	if err != nil {
		return nil, err
	}
	var leaves []leaf
	for _, line := range bytes.Split(bytes.TrimSuffix(data, []byte("\n")), []byte("\n")) {
		var event struct{ ID string }
		if err := json.Unmarshal(line, &event); err != nil {
			return nil, err
		}
		position, err := strconv.ParseInt(event.ID, 10, 64)
		if err != nil {
			return nil, err
		}
		leaves = append(leaves, leaf{position, line})
	}
	return leaves, nil
}

// keys takes the key that was given, or the bundle's first, and those that rotations in the record name. Whether a rotation
// is signed is for another verifier to say: x/mod signs notes alone.
func (b *bundle) keys(given string, leaves []leaf) error {
	if given == "" && len(b.manifest.Keys) > 0 {
		given = b.manifest.Keys[0]
	}
	trusted := map[string]bool{given: true}
	for _, l := range leaves {
		var event struct {
			Type string
			Data struct {
				Facts struct{ Key, Previous string }
			}
		}
		if err := json.Unmarshal(l.bytes, &event); err != nil {
			return err
		}
		facts := event.Data.Facts
		if event.Type == "log-key.rotated.v1" && (trusted[facts.Previous] || trusted[facts.Key]) {
			trusted[facts.Previous], trusted[facts.Key] = true, true
		}
	}
	var verifiers []note.Verifier
	for key := range trusted {
		verifier, err := note.NewVerifier(key)
		if err != nil {
			return err
		}
		if verifier.Name() != b.manifest.Origin {
			return fmt.Errorf("the key is of %s", verifier.Name())
		}
		verifiers = append(verifiers, verifier)
	}
	b.verifiers = note.VerifierList(verifiers...)
	return nil
}

// open verifies a checkpoint, and reads it. Of what C2SP allows it takes three lines: the origin, the size and the root.
func (b *bundle) open(data []byte) (tlog.Tree, error) {
	opened, err := note.Open(data, b.verifiers)
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != b.manifest.Origin || lines[3] != "" {
		return tlog.Tree{}, errors.New("it is no checkpoint of this log")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, err
}

func (b *bundle) checkpoint() error {
	data, err := os.ReadFile(b.path("checkpoint"))
	if err != nil {
		return in("checkpoint", "checkpoint", err)
	}
	if b.tree, err = b.open(data); err != nil {
		return in("checkpoint", "checkpoint", err)
	}
	if b.tree.N != b.manifest.Size {
		return in("checkpoint", "checkpoint", errDiffers)
	}
	fmt.Println("checkpoint", b.tree.N, "leaves")
	return nil
}

// tiles reads the tiles of the bundle: x/mod and C2SP differ in where they put them.
type tiles struct{ bundle *bundle }

func (t tiles) Height() int { return 8 }

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var found [][]byte
	for _, tile := range wanted {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		data, err := os.ReadFile(t.bundle.path(path))
		if err != nil {
			return nil, err
		}
		found = append(found, data)
	}
	return found, nil
}

func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

// checkTree reads every hash of every level: the reader holds each tile against the checkpoint's root.
func (b *bundle) checkTree() error {
	b.hashes = tlog.TileHashReader(b.tree, tiles{b})
	root, err := tlog.TreeHash(b.tree.N, b.hashes)
	if err != nil || root != b.tree.Hash {
		return &fault{"tree", "root", fmt.Errorf("%v", err)}
	}
	count := 0
	for level := 0; b.tree.N>>uint(level) > 0; level += 8 {
		for index := int64(0); index < b.tree.N>>uint(level); index += 256 {
			last := index + 255
			if end := b.tree.N >> uint(level); last >= end {
				last = end - 1
			}
			indexes := []int64{tlog.StoredHashIndex(level, index), tlog.StoredHashIndex(level, last)}
			if _, err := b.hashes.ReadHashes(indexes); err != nil {
				return at("tree", index<<uint(level), err)
			}
			count++
		}
	}
	fmt.Println("tree", count, "tiles")
	return nil
}

func (b *bundle) checkLeaf(position int64, data []byte) error {
	if position < 0 || position >= b.tree.N {
		return at("leaves", position, errors.New("the tree has no such leaf"))
	}
	stored, err := b.hashes.ReadHashes([]int64{tlog.StoredHashIndex(0, position)})
	if err != nil {
		return at("leaves", position, err)
	}
	if stored[0] != tlog.RecordHash(data) {
		return at("leaves", position, errDiffers)
	}
	return nil
}

func (b *bundle) checkLeaves(leaves []leaf) error {
	before := int64(-1)
	for _, l := range leaves {
		if l.position <= before {
			return at("leaves", l.position, errors.New("it is out of order"))
		}
		before = l.position
		if err := b.checkLeaf(l.position, l.bytes); err != nil {
			return err
		}
	}
	fmt.Println("leaves", len(leaves))
	return nil
}

// checkEntries reads the whole log where it is here: each entry has its length before it, in two bytes.
func (b *bundle) checkEntries() error {
	if !b.manifest.Whole {
		return nil
	}
	for first := int64(0); first < b.tree.N; first += 256 {
		width := b.tree.N - first
		if width > 256 {
			width = 256
		}
		tile := tlog.Tile{H: 8, L: -1, N: first >> 8, W: int(width)}
		path := strings.Replace(tile.Path(), "tile/8/data/", "tile/entries/", 1)
		data, err := os.ReadFile(b.path(path))
		if err != nil {
			return in("leaves", path, err)
		}
		for position := first; position < first+width; position++ {
			if len(data) < 2 || len(data) < 2+int(data[0])<<8+int(data[1]) {
				return at("leaves", position, errors.New("the entries end here"))
			}
			end := 2 + int(data[0])<<8 + int(data[1])
			if err := b.checkLeaf(position, data[2:end]); err != nil {
				return err
			}
			data = data[end:]
		}
		if len(data) > 0 {
			return in("leaves", path, errors.New("there is more in it than its leaves"))
		}
	}
	fmt.Println("entries", b.tree.N)
	return nil
}

// checkProofs reads each C2SP tlog-proof by itself, as whoever got nothing else would.
func (b *bundle) checkProofs(leaves []leaf) error {
	for _, l := range leaves {
		data, err := os.ReadFile(b.path(fmt.Sprintf("proofs/%d.tlog-proof", l.position)))
		if err != nil {
			return at("proofs", l.position, err)
		}
		if err := b.checkProof(l, data); err != nil {
			return at("proofs", l.position, err)
		}
	}
	fmt.Println("proofs", len(leaves))
	return nil
}

func (b *bundle) checkProof(l leaf, data []byte) error {
	head, checkpoint, ok := strings.Cut(string(data), "\n\n")
	lines := strings.Split(head, "\n")
	if !ok || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return errors.New("it is no proof")
	}
	if len(lines) > 2 && strings.HasPrefix(lines[1], "extra ") {
		lines = lines[1:]
	}
	if lines[1] != fmt.Sprintf("index %d", l.position) {
		return errDiffers
	}
	var proof tlog.RecordProof
	for _, line := range lines[2:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return err
		}
		proof = append(proof, hash)
	}
	tree, err := b.open([]byte(checkpoint))
	if err != nil {
		return err
	}
	if tree != b.tree {
		return errDiffers
	}
	return tlog.CheckRecord(proof, tree.N, tree.Hash, l.position, tlog.RecordHash(l.bytes))
}

// consistent says whether the tree grew out of an earlier one, by a proof that is made and then checked.
func (b *bundle) consistent(earlier tlog.Tree) error {
	if earlier.N > b.tree.N {
		return errors.New("the log was longer then")
	}
	if earlier.N == 0 {
		return nil
	}
	proof, err := tlog.ProveTree(b.tree.N, earlier.N, b.hashes)
	if err != nil {
		return err
	}
	return tlog.CheckTree(proof, b.tree.N, b.tree.Hash, earlier.N, earlier.Hash)
}

// vouchedBefore is the largest such size before one at which the tree differs: what changed comes after it.
func (b *bundle) vouchedBefore(size int64) int64 {
	last := int64(0)
	for _, vouched := range b.vouched {
		if vouched < size {
			last = vouched
		}
	}
	return last
}

func (b *bundle) checkAnchors() error {
	folders, err := os.ReadDir(b.path("anchors"))
	if errors.Is(err, os.ErrNotExist) {
		fmt.Println("anchors", 0)
		return nil
	}
	if err != nil {
		return in("anchors", "anchors", err)
	}
	var sizes []int
	for _, folder := range folders {
		size, err := strconv.Atoi(folder.Name())
		if err != nil {
			return in("anchors", "anchors/"+folder.Name(), err)
		}
		sizes = append(sizes, size)
	}
	sort.Ints(sizes)
	for _, size := range sizes {
		path := fmt.Sprintf("anchors/%d/note", size)
		data, err := os.ReadFile(b.path(path))
		if err != nil {
			return in("anchors", path, err)
		}
		tree, err := b.open(data)
		if err != nil {
			return in("anchors", path, err)
		}
		if tree.N != int64(size) {
			return in("anchors", path, errDiffers)
		}
		if err := b.consistent(tree); err != nil {
			return at("anchors", b.vouchedBefore(tree.N), err)
		}
		b.vouched = append(b.vouched, tree.N)
	}
	fmt.Println("anchors", len(sizes))
	return nil
}

func (b *bundle) checkKnown(path string) error {
	if path == "" {
		return nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return &fault{"known", "file " + path, err}
	}
	tree, err := b.open(data)
	if err != nil {
		return &fault{"known", "signature", err}
	}
	if tree.N > b.tree.N {
		return at("known", b.tree.N, errors.New("the log was longer then"))
	}
	if err := b.consistent(tree); err != nil {
		return at("known", b.vouchedBefore(tree.N), err)
	}
	fmt.Println("known", tree.N, "leaves")
	return nil
}
