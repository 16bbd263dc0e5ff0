//! What the tests of the whole runtime share: a chain that is driven block by block, and what is checked
//! after each of its blocks.
//!
//! - [`chain`]: makes blocks, as an author does, and executes them, as everybody else does.
//! - [`people`]: keys, and transactions signed with them.
//! - [`validators`]: the keys of who writes blocks and finalizes them.
//! - [`machine`]: a computer that registers, reports and confirms.
//! - [`scene`]: twins, farms and contracts in one line each.
//! - [`history`]: what has happened, as the events tell it.
//! - [`holds`]: what is held of an account, as clients are told it.
//! - [`ledger`]: whether the events explain every account's balance.
//! - [`sanity`]: what must be true of the state, pallet by pallet and across them.
//! - [`naive`]: the formulas of rewards, written down once more.
//! - [`walk`]: every call that there is.
#![allow(dead_code, unused_imports, reason = "each file of tests uses a part of this")]
#![allow(clippy::arithmetic_side_effects, reason = "a test may panic")]

pub mod chain;
pub mod history;
pub mod holds;
pub mod ledger;
pub mod machine;
pub mod naive;
pub mod people;
pub mod sanity;
pub mod scene;
pub mod validators;
pub mod walk;

pub use chain::{
	after, as_root, code_of, genesis_of, node_at, on_chain, on_chain_of, undone, Chain,
	DEVELOPMENT, START,
};
pub use history::Report;
pub use holds::{holds_of, holds_page, of_cause};
pub use machine::{Machine, HARDWARE};
pub use people::*;
pub use scene::*;
