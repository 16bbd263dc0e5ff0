//! How each pallet is set up, a file per concern.

pub mod accounts;
pub mod consensus;
pub mod grid;
pub mod handover;
pub mod money;
pub mod oracle;
pub mod origins;
pub mod system;
pub mod time;

pub use time::*;
