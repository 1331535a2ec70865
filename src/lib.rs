//! `pigello-client`: the Pigello Core API 2.0.0 in Rust, for WebAssembly. Models, filters and validation are declared
//! once, in [`resources`], in the vocabulary of [`schema`]; one interpreter reads them all.
//!
//! The rooms, each importing only from those above it:
//!
//! | room | what lives there |
//! |---|---|
//! | [`issue`], [`value`] | what is wrong, as data; a value from outside |
//! | [`rules`] | one value, yes or no |
//! | [`schema`] | what a declaration can say |
//! | [`resources`] | what the API has |
//! | [`messages`] | words for people |

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

pub mod issue;
pub mod messages;
pub mod resources;
pub mod rules;
pub mod schema;
pub mod value;
