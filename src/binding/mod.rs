//! What JavaScript calls. Thin: no decision is made here, and none knows a field by name. Arguments are plain numbers,
//! texts and packed values, made by the JavaScript layer (`pkg-template/src/`), which users meet; answers are plain
//! data. Nothing here throws: what can fail answers `{ ok }` or `{ error }`.

#[cfg(feature = "client")]
pub mod calls;
#[cfg(feature = "client")]
mod data;
#[cfg(feature = "client")]
mod failure;
#[cfg(feature = "client")]
pub mod hot;
#[cfg(feature = "sandbox")]
mod sandbox;
#[cfg(feature = "client")]
pub mod schemas;
#[cfg(feature = "client")]
mod settings;
#[cfg(feature = "client")]
mod shapes;
