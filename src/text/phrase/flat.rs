//! Tables of numbers, packed as they lie in memory: read number by number they took a third of the time to start.

use super::Tag;
use crate::text::vocabulary::WordId;
use serde::de::{Error, Visitor};
use serde::{Deserializer, Serializer};
use std::fmt;
use std::marker::PhantomData;

/// One row of a table, of so many bytes, the lowest first.
pub(super) trait Row: Sized {
    const BYTES: usize;

    fn put(&self, out: &mut Vec<u8>);

    /// The row of that many bytes.
    fn of(bytes: &[u8]) -> Self;
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl Row for $number {
            const BYTES: usize = size_of::<$number>();

            fn put(&self, out: &mut Vec<u8>) {
                out.extend(self.to_le_bytes());
            }

            #[inline]
            fn of(bytes: &[u8]) -> Self {
                bytes.try_into().map(Self::from_le_bytes).unwrap_or_default()
            }
        }
    )*};
}

numbers!(u32, u64);

macro_rules! wrapped {
    ($($outer:ident),*) => {$(
        impl Row for $outer {
            const BYTES: usize = u32::BYTES;

            fn put(&self, out: &mut Vec<u8>) {
                self.0.put(out);
            }

            #[inline]
            fn of(bytes: &[u8]) -> Self {
                Self(u32::of(bytes))
            }
        }
    )*};
}

wrapped!(Tag, WordId);

impl<A: Row, B: Row> Row for (A, B) {
    const BYTES: usize = A::BYTES + B::BYTES;

    fn put(&self, out: &mut Vec<u8>) {
        self.0.put(out);
        self.1.put(out);
    }

    #[inline]
    fn of(bytes: &[u8]) -> Self {
        let (first, second) = bytes.split_at(A::BYTES);
        (A::of(first), B::of(second))
    }
}

/// Packs a table.
pub(super) fn pack<T: Row, S: Serializer>(table: &[T], serializer: S) -> Result<S::Ok, S::Error> {
    let mut out = Vec::with_capacity(table.len() * T::BYTES);
    for row in table {
        row.put(&mut out);
    }
    serializer.serialize_bytes(&out)
}

/// Unpacks it.
pub(super) fn unpack<'de, T: Row, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    deserializer.deserialize_bytes(Table(PhantomData))
}

struct Table<T>(PhantomData<T>);

impl<T: Row> Visitor<'_> for Table<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Vec<T>, E> {
        Ok(bytes.chunks_exact(T::BYTES).map(T::of).collect())
    }
}
