//! What is unpacked only if it is asked for.

use crate::text::table::InProgram;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::sync::OnceLock;

/// Something that lies packed in the program until somebody wants it: the tree of the built-in phrases, of which a
/// check needs no more than what was made of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Packed<T> {
    bytes: &'static [u8],
    read: OnceLock<T>,
}

impl<T: DeserializeOwned + Default> Packed<T> {
    pub(super) fn get(&self) -> &T {
        self.read.get_or_init(|| {
            if self.bytes.is_empty() {
                T::default()
            } else {
                postcard::from_bytes(self.bytes).expect("it was packed when the program was built")
            }
        })
    }

    pub(super) fn get_mut(&mut self) -> &mut T {
        self.get();
        self.read.get_mut().expect("it was read just now")
    }
}

impl<T: Serialize + DeserializeOwned + Default> Serialize for Packed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let bytes = postcard::to_allocvec(self.get()).map_err(serde::ser::Error::custom)?;
        serializer.serialize_bytes(&bytes)
    }
}

impl<'de: 'static, T> Deserialize<'de> for Packed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bytes = deserializer.deserialize_bytes(InProgram)?;
        let read = OnceLock::new();
        Ok(Self { bytes, read })
    }
}
