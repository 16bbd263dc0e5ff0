//! The daemon against the real pallets, over the real JSON-RPC shapes, without a network.
//!
//! `chain` is a small runtime of the pallets that the daemon talks to; `node` is what a node's RPC makes of
//! it. So a renamed call, field, event or refusal fails here and not on a farmer's computer.

mod chain;
mod life;
mod node;
