package main

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"augury/internal/ner"
)

// classes sorts the words of running text into n classes, so that words which stand
// beside the same words share one: an exchange algorithm after Martin, Liermann and Ney
// (1998), with the neighbours on both sides taken as words (Uszkoreit and Brants 2008).
// Words seen less than atLeast times have no class. A class is 1 to n.
func classes(sentences [][]int32, vocabulary, n, rounds int) []uint8 {
	type neighbour struct{ word, count int32 }
	count := make([]float64, vocabulary)
	pairs := [2]map[uint64]int32{{}, {}}
	for _, s := range sentences {
		for i, w := range s {
			if w < 0 {
				continue
			}
			count[w]++
			if i > 0 && s[i-1] >= 0 {
				pairs[0][uint64(w)<<32|uint64(s[i-1])]++
			}
			if i+1 < len(s) && s[i+1] >= 0 {
				pairs[1][uint64(w)<<32|uint64(s[i+1])]++
			}
		}
	}
	var around [2][][]neighbour
	for side := range pairs {
		around[side] = make([][]neighbour, vocabulary)
		for key, c := range pairs[side] {
			w := key >> 32
			around[side][w] = append(around[side][w], neighbour{int32(key & math.MaxUint32), c})
		}
		for _, list := range around[side] {
			slices.SortFunc(list, func(a, b neighbour) int { return cmp.Compare(a.word, b.word) })
		}
	}
	plogp := make([]float64, 1<<16)
	for i := range plogp {
		if i > 1 {
			plogp[i] = float64(i) * math.Log(float64(i))
		}
	}
	f := func(x int32) float64 {
		if int(x) < len(plogp) {
			return plogp[x]
		}
		return float64(x) * math.Log(float64(x))
	}
	class := make([]uint8, vocabulary)
	total := make([]float64, n)
	// beside[side][v*n+c] counts the words of class c that have v on that side.
	beside := [2][]int32{make([]int32, vocabulary*n), make([]int32, vocabulary*n)}
	move := func(w int, c uint8, sign int32) {
		total[c] += float64(sign) * count[w]
		for side := range around {
			for _, v := range around[side][w] {
				beside[side][int(v.word)*n+int(c)] += sign * v.count
			}
		}
	}
	for w := range class { // words come by falling count
		class[w] = uint8(w % n)
		move(w, class[w], 1)
	}
	gain := make([]float64, n)
	for range rounds {
		moved := 0
		for w := range class {
			move(w, class[w], -1)
			for c := range gain {
				gain[c] = -2 * (logged(total[c]+count[w]) - logged(total[c]))
			}
			for side := range around {
				for _, v := range around[side][w] {
					row := beside[side][int(v.word)*n : int(v.word)*n+n]
					alone := f(v.count)
					for c, x := range row {
						if x == 0 {
							gain[c] += alone
						} else {
							gain[c] += f(x+v.count) - f(x)
						}
					}
				}
			}
			best := class[w]
			for c := range gain {
				if gain[c] > gain[best] {
					best = uint8(c)
				}
			}
			if best != class[w] {
				class[w] = best
				moved++
			}
			move(w, best, 1)
		}
		if moved < vocabulary/500 {
			break
		}
	}
	for w := range class {
		class[w]++
	}
	return class
}

func logged(x float64) float64 {
	if x <= 1 {
		return 0
	}
	return x * math.Log(x)
}

// clustersOf gives the table of clusters for the words of running text.
func clustersOf(sentences [][]string) map[uint32]uint16 {
	const atLeast = 5
	counts := map[string]int{}
	for _, s := range sentences {
		for _, w := range s {
			counts[w]++
		}
	}
	var words []string
	for w, c := range counts {
		if c >= atLeast {
			words = append(words, w)
		}
	}
	slices.SortFunc(words, func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), strings.Compare(a, b))
	})
	ids := make(map[string]int32, len(words))
	for i, w := range words {
		ids[w] = int32(i)
	}
	numbered := make([][]int32, len(sentences))
	for i, s := range sentences {
		numbered[i] = make([]int32, len(s))
		for j, w := range s {
			id, ok := ids[w]
			if !ok {
				id = -1
			}
			numbered[i][j] = id
		}
	}
	few, many := classes(numbered, len(words), 64, 12), classes(numbered, len(words), 255, 12)
	table := make(map[uint32]uint16, len(words))
	for i, w := range words {
		table[ner.WordKey(w)] = uint16(few[i]) | uint16(many[i])<<8
	}
	return table
}
