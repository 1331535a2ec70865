//! Native tests across rooms: declarations against the API's pages, requests against its examples, and the invariants
//! of the structure. Tests of one room stand in its file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

mod client;
mod declarations;
mod fuzz;
#[cfg(feature = "sandbox")]
mod judge;
mod pages;
mod partial;
mod requests;
mod rooms;
mod shapes;
mod verdicts;
