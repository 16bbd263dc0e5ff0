//! The way of a record: noted, closed, found, proven.

mod closing;
mod digest;
mod forks;
mod noting;
mod proof;
mod try_state;
