//! Which marks hold a character of the copy.

use super::copy::Mark;
use crate::text::Field;
use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

/// Walks through the article: characters come in the order of the source, so each mark is taken up and put down once,
/// however many there are. Going back is allowed, and begins anew.
pub(super) struct Sweep<'a> {
    /// All marks, gravest first; below they are known by their number here.
    pub(super) marks: &'a [Mark<'a>],
    /// The marks in the order of their beginnings.
    order: Vec<usize>,
    /// The next of these that was not reached.
    next: usize,
    at: Option<(Field, usize)>,
    /// The marks that hold the character, gravest first.
    pub(super) open: BTreeSet<usize>,
    /// Where they end, nearest first.
    ends: BinaryHeap<Reverse<(usize, usize)>>,
}

impl<'a> Sweep<'a> {
    pub(super) fn new(marks: &'a [Mark<'a>]) -> Self {
        let mut order: Vec<usize> = (0..marks.len()).collect();
        order.sort_by_key(|m| (marks[*m].place.field, marks[*m].place.start));
        Self {
            marks,
            order,
            next: 0,
            at: None,
            open: BTreeSet::new(),
            ends: BinaryHeap::new(),
        }
    }

    /// Goes to a character.
    pub(super) fn go_to(&mut self, field: Field, at: usize) {
        if self.at.is_none_or(|(before, far)| before != field || far > at) {
            self.open.clear();
            self.ends.clear();
            let before = |m: &usize| self.marks[*m].place.field < field;
            self.next = self.order.partition_point(before);
        }
        self.at = Some((field, at));
        while let Some(mark) = self.order.get(self.next) {
            let place = self.marks[*mark].place;
            if place.field != field || place.start > at {
                break;
            }
            if place.end > at {
                self.open.insert(*mark);
                self.ends.push(Reverse((place.end, *mark)));
            }
            self.next += 1;
        }
        self.put_down(at);
    }

    /// The marks that end before the next character, gravest first; of those that hold the last character of a block
    /// (there is no next one) all, and they go on.
    pub(super) fn end_before(&mut self, next: usize) -> Vec<usize> {
        if next == usize::MAX {
            return self.open.iter().copied().collect();
        }
        let mut ended = self.put_down(next);
        ended.sort_unstable();
        ended
    }

    /// Takes out the marks that end up to here.
    fn put_down(&mut self, at: usize) -> Vec<usize> {
        let mut out = Vec::new();
        while let Some(Reverse((end, mark))) = self.ends.peek().copied()
            && end <= at
        {
            self.ends.pop();
            self.open.remove(&mark);
            out.push(mark);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::super::copy::tests::{mark, place};
    use super::*;

    #[test]
    fn it_holds_what_a_look_at_every_mark_finds() {
        // Marks that nest, overlap, touch, are empty and stand in two fields, in an order of their own.
        let spans = [
            (5, 9),
            (0, 20),
            (5, 6),
            (6, 6),
            (19, 30),
            (3, 8),
            (12, 13),
            (0, 1),
            (9, 12),
        ];
        let fields = [Field::Text, Field::Headline];
        let places: Vec<_> = (0..spans.len())
            .map(|n| place(fields[n % 7 / 6], spans[n].0, spans[n].1))
            .collect();
        let marks: Vec<_> = places.iter().enumerate().map(|(n, place)| mark(place, n)).collect();
        let mut sweep = Sweep::new(&marks);
        for field in [Field::Headline, Field::Text, Field::Text] {
            for (at, next) in [(0, 2), (2, 5), (5, 6), (6, 11), (11, 12), (12, 40), (41, usize::MAX)] {
                sweep.go_to(field, at);
                let holds = |m: &usize| {
                    let place = marks[*m].place;
                    place.field == field && place.start <= at && at < place.end
                };
                let held: Vec<usize> = (0..marks.len()).filter(holds).collect();
                assert_eq!(sweep.open.iter().copied().collect::<Vec<_>>(), held, "{field:?} {at}");
                let ending: Vec<usize> = held.into_iter().filter(|m| marks[*m].place.end <= next).collect();
                assert_eq!(sweep.end_before(next), ending, "{field:?} {at}");
            }
        }
    }
}
