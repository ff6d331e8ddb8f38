//! How often a value is given in an article.

use crate::facts::quantity::{Quantity, Stem, Unit, same};
use rustc_hash::FxHashMap;

/// The values of some figures, in order: how often one is given is looked up, not counted each time.
pub(in crate::rules::kinds) struct Values(Vec<f64>);

impl Values {
    pub(in crate::rules::kinds) fn of<'a>(quantities: impl IntoIterator<Item = &'a Quantity>) -> Self {
        let mut values: Vec<f64> = quantities.into_iter().map(|q| q.value).collect();
        values.sort_by(f64::total_cmp);
        Self(values)
    }

    pub(in crate::rules::kinds) fn times(&self, value: f64) -> usize {
        let first = self.0.partition_point(|v| *v < value && !same(*v, value));
        self.0[first..].partition_point(|v| same(*v, value))
    }
}

/// For each noun the values that are given for it, and those that are given without a noun.
pub(super) type Given = FxHashMap<Option<Stem>, Values>;

pub(super) fn given(quantities: &[Quantity]) -> Given {
    let mut by_noun: FxHashMap<Option<Stem>, Vec<&Quantity>> = FxHashMap::default();
    for quantity in quantities.iter().filter(|q| q.unit == Unit::Count) {
        by_noun
            .entry(quantity.counted.map(|c| c.head))
            .or_default()
            .push(quantity);
    }
    by_noun.into_iter().map(|(noun, all)| (noun, Values::of(all))).collect()
}
