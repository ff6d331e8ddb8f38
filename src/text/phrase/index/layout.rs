//! How the tree is laid out: from its nodes to tables that are read in a row.

use super::{ANY, ByWord, Further, Index, MARK, NAME, NUMBER, NodeId, OVER, Place, ROOT, Sign, Tag, Tree};
use crate::text::notation::{Element, Notation};
use crate::text::table::Row;
use crate::text::vocabulary::WordId;
use crate::text::word_set::{BitSets, Words};
use rustc_hash::FxHashMap;

/// A set of this many words or fewer is spelt out in the table of a node; a longer one has bits of its own.
const SPELT_OUT: usize = 8;

/// So many bits are shared among the words.
const SHARED: u32 = 59;

/// The tables of an index as they grow.
#[derive(Default)]
struct Draft {
    places: Vec<Place>,
    by_word: Vec<(WordId, NodeId)>,
    others: Vec<(Further, NodeId)>,
    tags: Vec<Tag>,
    signs: Vec<Sign>,
    sets: BitSets,
}

impl Index {
    /// Lays a tree out; `number_words` are numbers, and phrases are read across the words `passed_over`.
    pub(in crate::text::phrase) fn new(tree: &Tree, [number_words, passed_over]: [&[WordId]; 2]) -> Self {
        let Tree {
            edges, ends, notation, ..
        } = tree;
        let nodes = edges.len() + 1;
        let (mut index, mut draft) = (Self::default(), Draft::default());
        for (words, sign) in [(number_words, NUMBER), (passed_over, OVER)] {
            for word in words {
                *draft.sign_of(*word) |= sign;
            }
        }
        let mut ending = vec![0; nodes];
        for (node, _) in ends {
            ending[*node as usize] = ANY;
        }
        let mut onward = vec![0; nodes];
        // A node comes after the one it goes on from: from the last to the first, what is ahead is known.
        let behind_others = edges.iter().enumerate().rev().filter(|(_, (from, _))| *from != ROOT);
        for (before, (from, element)) in behind_others {
            onward[*from as usize] |= match element {
                Element::Words(words) => draft.signs_of(*words, notation),
                // Without the word the phrase goes on right here.
                Element::Optional(words) => draft.signs_of(*words, notation) | onward[before + 1] | ending[before + 1],
                Element::Gap(_) => ANY,
                Element::Number => NUMBER,
                Element::Name => NAME,
                Element::Mark(_) => MARK,
            };
        }
        let numbered = edges.iter().zip(1..);
        let mut sets = FxHashMap::default();
        let (first, all) = grouped(nodes, numbered.map(|((from, _), node)| (*from as usize, node)));
        let (first_tag, tags) = grouped(nodes, ends.iter().map(|(node, tag)| (*node as usize, tag.0)));
        for (node, signs) in onward.iter().enumerate() {
            let next = all[first[node] as usize..first[node + 1] as usize].iter();
            let next = next.map(|next| (edges[*next as usize - 1].1, *next));
            let (from, by_word, others) = (draft.tags.len(), draft.by_word.len(), draft.others.len());
            for tag in &tags[first_tag[node] as usize..first_tag[node + 1] as usize] {
                // One phrase may be written twice.
                if !draft.tags[from..].contains(&Tag(*tag)) {
                    draft.tags.push(Tag(*tag));
                }
            }
            if node == ROOT as usize {
                index.begin(next, notation, [&first_tag, &tags], &onward);
            } else {
                draft.sort_out(next, notation, &mut sets);
            }
            draft.places.push(Place {
                ahead: *signs | ending[node],
                tags: from as u32,
                by_word: by_word as u32,
                others: others as u32,
            });
        }
        draft.places.push(Place {
            ahead: 0,
            tags: draft.tags.len() as u32,
            by_word: draft.by_word.len() as u32,
            others: draft.others.len() as u32,
        });
        Self {
            places: draft.places.into_iter().collect(),
            by_word: draft.by_word.into_iter().collect(),
            others: draft.others.into_iter().collect(),
            tags: draft.tags.into_iter().collect(),
            signs: draft.signs.into_iter().collect(),
            sets: draft.sets,
            ..index
        }
    }

    /// Sorts the nodes behind first elements by what they begin with; `ends` are the tags by node.
    fn begin(
        &mut self,
        edges: impl Iterator<Item = (Element, NodeId)> + Clone,
        notation: &Notation,
        [first_tag, tags]: [&[u32]; 2],
        onward: &[Sign],
    ) {
        for (element, node) in edges.clone() {
            match element {
                Element::Mark(mark) => self.marks.push((mark, node)),
                Element::Number => self.number = Some(node),
                Element::Name => self.name = Some(node),
                // Words follow below; and a phrase begins with something certain.
                Element::Words(_) | Element::Gap(_) | Element::Optional(_) => {}
            }
        }
        let words = edges.filter_map(|(element, node)| match element {
            Element::Words(words) => Some((words, node as usize)),
            _ => None,
        });
        self.alone = by_word(|put| {
            for (words, node) in words.clone() {
                for tag in &tags[first_tag[node] as usize..first_tag[node + 1] as usize] {
                    notation.sets.all(&words).iter().for_each(|word| put(*word, Tag(*tag)));
                }
            }
        });
        self.starts = by_word(|put| {
            for (words, node) in words.clone().filter(|(_, node)| onward[*node] != 0) {
                let start = (onward[node], node as NodeId);
                notation.sets.all(&words).iter().for_each(|word| put(*word, start));
            }
        });
    }
}

impl Draft {
    /// Puts what goes on from a node into the tables.
    fn sort_out(
        &mut self,
        edges: impl Iterator<Item = (Element, NodeId)>,
        notation: &Notation,
        sets: &mut FxHashMap<Words, u32>,
    ) {
        let from = self.by_word.len();
        for (element, next) in edges {
            let mut set = |words: Words| {
                *sets
                    .entry(words)
                    .or_insert_with(|| self.sets.add(notation.sets.all(&words)))
            };
            let further = match element {
                Element::Words(Words::One(word)) => {
                    self.by_word.push((word, next));
                    continue;
                }
                Element::Words(Words::Any(set)) if notation.sets.of(set).len() <= SPELT_OUT => {
                    let words = notation.sets.of(set).iter();
                    self.by_word.extend(words.map(|word| (*word, next)));
                    continue;
                }
                Element::Words(words) => Further::OneOf(set(words)),
                Element::Optional(words) => Further::Perhaps(set(words)),
                Element::Gap(most) => Further::Gap(most),
                Element::Number => Further::Number,
                Element::Name => Further::Name,
                Element::Mark(mark) => Further::Mark(mark),
            };
            self.others.push((further, next));
        }
        self.by_word[from..].sort_unstable();
    }

    /// The place for the sign of a word.
    fn sign_of(&mut self, word: WordId) -> &mut Sign {
        let slot = word.0 as usize;
        if self.signs.len() <= slot {
            self.signs.resize(slot + 1, 0);
        }
        &mut self.signs[slot]
    }

    /// The signs of words with which a phrase goes on.
    fn signs_of(&mut self, words: Words, notation: &Notation) -> Sign {
        let mut sign_of = |word: WordId| {
            // Words of one list have numbers in a row; spread they share fewer bits.
            let own = 1 << ((word.0.wrapping_mul(0x9e37_79b1) >> 8) % SHARED);
            *self.sign_of(word) |= own;
            own
        };
        match words {
            Words::One(word) => sign_of(word),
            Words::Any(set) => notation.sets.of(set).iter().fold(0, |all, word| all | sign_of(*word)),
        }
    }
}

/// A table of what `each` puts to each word, in the order in which it does.
fn by_word<T: Row + Clone + Default>(each: impl Fn(&mut dyn FnMut(WordId, T))) -> ByWord<T> {
    // First how many there are of each word, then each at its place: there are some ten thousand of them.
    let mut next: Vec<u32> = Vec::new();
    each(&mut |word, _| {
        let word = word.0 as usize;
        if next.len() <= word {
            next.resize(word + 1, 0);
        }
        next[word] += 1;
    });
    let mut count = 0;
    for word in &mut next {
        count += std::mem::replace(word, count);
    }
    let offsets = next.iter().copied().chain([count]).collect();
    let mut all = vec![T::default(); count as usize];
    each(&mut |word, value| {
        let slot = &mut next[word.0 as usize];
        all[*slot as usize] = value;
        *slot += 1;
    });
    let all = all.into_iter().collect();
    ByWord { offsets, all }
}

/// Numbers by that of their group, in the order in which they came; and where each group begins, with one
/// past the last.
fn grouped(groups: usize, values: impl Iterator<Item = (usize, u32)> + Clone) -> (Vec<u32>, Vec<u32>) {
    let mut first = vec![0_u32; groups + 1];
    for (group, _) in values.clone() {
        first[group + 1] += 1;
    }
    for group in 0..groups {
        first[group + 1] += first[group];
    }
    let mut next = first.clone();
    let mut out = vec![0; first.last().map_or(0, |all| *all as usize)];
    for (group, value) in values {
        let slot = &mut next[group];
        out[*slot as usize] = value;
        *slot += 1;
    }
    (first, out)
}
