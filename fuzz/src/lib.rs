//! Feeds the real runtime calls made of any bytes, and checks all that is always true after each.
//!
//! - [`steps`]: what happens, in records of one size, so that a change of one leaves the others as they are.
//! - [`mutation`]: how libFuzzer changes steps.
//! - [`catalogue`]: which calls there are, and which are left out.
//! - [`shapes`]: from a few bytes to the arguments of a call, by the types in the metadata.
//! - [`words`]: what those arguments are made of: people, names, numbers, parameters.
//! - [`scene`]: the region that each run begins with.
//! - [`seeds`]: what libFuzzer begins with.
//! - [`run`]: takes the steps, and checks.
#![allow(clippy::arithmetic_side_effects, reason = "a panic is what is looked for")]

pub mod catalogue;
#[path = "../../runtime/tests/whole/common/mod.rs"]
mod common;
mod dice;
pub mod mutation;
pub mod run;
pub mod scene;
pub mod seeds;
pub mod shapes;
pub mod steps;
pub mod words;

#[cfg(test)]
mod tests;
