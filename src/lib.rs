//! `pigello-client`: the Pigello Core API 2.0.0 in Rust, for WebAssembly. Models, filters and validation are declared
//! once, in [`resources`], in the vocabulary of [`schema`]; one interpreter reads them all.
//!
//! The rooms, each importing only from those above it:
//!
//! | room | what lives there |
//! |---|---|
//! | [`number`], [`rendered`] | numbers as text; text made while compiling |
//! | [`issue`], [`value`] | what is wrong, as data; a value from outside |
//! | [`rules`] | one value, yes or no |
//! | [`schema`] | what a declaration can say |
//! | [`resources`] | what the API has |
//! | [`messages`] | words for people |
//! | [`packed`] | how a value crosses the border |
//! | [`validate`] | a declaration and a value make issues |
//! | [`form`] | what a form needs to know of a field |
//! | [`query`] | list options make a query |
//! | [`options`] | what users may set |
//! | [`request`] | an operation makes a request |
//! | [`response`], [`error`] | what came back; why there is no result |
//! | [`plan`] | what is asked for: a request, and what is promised in return |
//! | [`decode`], [`retry`] | what an answer means, what is tried again |
//! | [`client`] | a plan from request to result |
//! | [`typescript`] | declarations as TypeScript |
//! | `transport` | the client's port in the browser and in Node |
//! | `binding` | what JavaScript calls |
//! | `sandbox` | a Pigello in memory, a wasm of its own |
//! | `allocator` | the client's memory in wasm |
//!
//! Invariants, held by `tests/native/rooms.rs`: only `transport` names `gloo_net`; `serde_wasm_bindgen` stands only in
//! `binding`; `wasm_bindgen`, `js_sys`, `web_sys` and `tsify` only in `binding`, `transport` and `typescript`'s macro;
//! nothing imports `binding`; no panic can be reached from JavaScript.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

#[cfg(any(test, all(target_arch = "wasm32", feature = "client")))]
mod allocator;
pub mod client;
pub mod decode;
pub mod error;
pub mod form;
pub mod issue;
pub mod messages;
pub mod number;
pub mod options;
pub mod packed;
pub mod plan;
pub mod query;
pub mod rendered;
pub mod request;
pub mod resources;
pub mod response;
pub mod retry;
pub mod rules;
#[cfg(feature = "sandbox")]
pub mod sandbox;
pub mod schema;
pub mod typescript;
pub mod validate;
pub mod value;

#[cfg(target_arch = "wasm32")]
pub mod binding;
#[cfg(all(target_arch = "wasm32", feature = "client"))]
pub mod transport;
