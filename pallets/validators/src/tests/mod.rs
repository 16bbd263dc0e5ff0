//! The set, its sessions, and who broke the rules.

mod genesis;
mod keys;
mod offences;
mod planning;
mod try_state;
