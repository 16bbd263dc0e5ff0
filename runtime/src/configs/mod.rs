//! How each pallet is set up, a file per concern.

pub mod consensus;
pub mod grid;
pub mod money;
pub mod origins;
pub mod system;
pub mod time;

pub use time::*;
