//! Weights of the SDK's pallets that are measured beside our own, in the same run. `scripts/weights.sh` measures each
//! pallet that has a file here.

pub mod pallet_balances;
pub mod pallet_identity;
pub mod pallet_membership;
pub mod pallet_multisig;
pub mod pallet_oracle;
pub mod pallet_proxy;
pub mod pallet_sudo;
pub mod pallet_timestamp;
pub mod pallet_utility;
