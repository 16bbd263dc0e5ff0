//! The calls of the SDK's session pallet, whose own benchmarks ask for its staking pallet. What it does where a session
//! begins is measured with the hooks of the runtime.

use super::{
	session_keys::{candidate, generate, register},
	Config,
};
use crate::{Runtime, RuntimeOrigin, Session};
use core::marker::PhantomData;
use frame_benchmarking::v2::*;
use pallet_session::{NextKeys, SessionInterface};

/// What is measured.
pub struct Pallet<T>(PhantomData<T>);

#[benchmarks]
mod benchmarks {
	use super::*;

	/// Of somebody whose old keys are let go and who has no deposit yet. Nobody can be both here, where nothing else sets
	/// keys, but it is more than either alone.
	#[benchmark]
	fn set_keys() -> Result<(), BenchmarkError> {
		let caller = candidate(0);
		let (old, _) = generate(&caller);
		<Session as SessionInterface>::set_keys(&caller, old)?;
		let (keys, proof) = generate(&caller);
		let new = keys.clone();

		#[block]
		{
			Session::set_keys(RuntimeOrigin::signed(caller.clone()), keys, proof)?;
		}

		assert_eq!(NextKeys::<Runtime>::get(caller), Some(new));
		Ok(())
	}

	#[benchmark]
	fn purge_keys() -> Result<(), BenchmarkError> {
		let caller = candidate(0);
		register(&caller);

		#[block]
		{
			Session::purge_keys(RuntimeOrigin::signed(caller.clone()))?;
		}

		assert_eq!(NextKeys::<Runtime>::get(caller), None);
		Ok(())
	}
}
