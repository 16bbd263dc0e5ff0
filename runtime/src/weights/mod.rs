//! Weights of the SDK's pallets that are measured beside our own, in the same run.

pub mod pallet_balances;
