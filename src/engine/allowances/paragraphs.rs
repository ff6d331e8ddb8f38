//! The paragraphs of the copy as they stand in its source.

use std::ops::Range;

/// Places in the order of the document, and how far they reach.
pub(super) struct Paragraphs {
    places: Vec<Range<usize>>,
    /// For each the farthest end up to it, which only grows: copy may stand in another order than in the source.
    reach: Vec<usize>,
}

impl Paragraphs {
    pub(super) fn new(places: impl Iterator<Item = Range<usize>>) -> Self {
        let places: Vec<Range<usize>> = places.filter(|p| p.start < p.end).collect();
        let reach = places.iter().scan(0, |reach: &mut usize, place| {
            *reach = place.end.max(*reach);
            Some(*reach)
        });
        let reach = reach.collect();
        Self { places, reach }
    }

    /// The number of the first that ends behind a byte: it holds it, or follows it.
    pub(super) fn ending_behind(&self, at: usize) -> Option<usize> {
        let first = self.reach.partition_point(|end| *end < at);
        (first < self.places.len()).then_some(first)
    }

    /// Where one stands.
    pub(super) fn place(&self, number: usize) -> Range<usize> {
        self.places[number].clone()
    }
}

#[cfg(test)]
mod tests {
    use super::Paragraphs;

    #[test]
    fn the_first_that_ends_behind_is_found() {
        // The second stands before the first in the source, and the third is empty.
        let places = [10..20, 0..8, 8..8, 25..30, 22..24];
        let paragraphs = Paragraphs::new(places.iter().cloned());
        for at in 0..40 {
            let wanted = places.iter().filter(|p| !p.is_empty()).find(|p| p.end >= at);
            let found = paragraphs.ending_behind(at).map(|n| paragraphs.place(n));
            assert_eq!(found.as_ref(), wanted, "{at}");
        }
    }
}
