//! The daemon against the real runtime, over the JSON-RPC that a node speaks, without a network.
//!
//! `chain` is the runtime with people on it, `node` what a node's RPC makes of it, `bench` starts and stops
//! daemons. So a renamed call, field, event or refusal fails here and not on a farmer's computer.

mod bench;
mod chain;
mod connection;
mod contracts;
mod events;
mod feeding;
mod joining;
mod node;
mod public_ips;
mod rents;
