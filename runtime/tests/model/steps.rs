//! What can happen.

use crate::naive::nodes::Parts;
use proptest::prelude::*;

/// Which one of several: an index, taken modulo how many there are.
pub type Which = usize;

/// How a computer behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
	/// It reports what is true in each block.
	Honest,
	/// It reports what is true in one block of so many.
	Lazy(u32),
	/// It claims to have been up for so much more or less in each block.
	Liar(i64),
	/// It is off.
	Off,
}

/// What happens in a step. Who acts is the one who may, unless `stranger` says that somebody else tries.
#[derive(Clone, Debug)]
pub enum Step {
	/// Blocks go by.
	Pass(u32),
	/// So many slots stay without a block.
	Stand(u64),

	Behave {
		machine: Which,
		manner: Manner,
	},
	/// A computer is switched off and on again.
	Reboot {
		machine: Which,
	},
	/// So many bytes go through each contract of a computer in each block.
	Flow {
		machine: Which,
		bytes: u64,
	},

	Deploy {
		who: Which,
		node: Which,
		resources: Parts,
		ips: u8,
		traffic: u64,
		provider: Option<Which>,
		confirmed: bool,
		/// On a rented node, by its renter.
		within: Option<Which>,
	},
	Confirm {
		contract: Which,
		stranger: Option<Which>,
	},
	Update {
		contract: Which,
		stranger: Option<Which>,
		resources: Option<Parts>,
		ips: Option<u8>,
		traffic: Option<u64>,
		respecified: bool,
	},
	Cancel {
		contract: Which,
		stranger: Option<Which>,
	},
	ForceCancel {
		contract: Which,
	},
	Resume {
		contract: Which,
		stranger: Option<Which>,
		/// What its owner is given before.
		funds: u128,
	},
	Rent {
		who: Which,
		node: Which,
		provider: Option<Which>,
	},
	Reserve {
		who: Which,
		name: Which,
	},
	Attach {
		contract: Which,
		provider: Which,
		stranger: Option<Which>,
	},

	OfferService {
		who: Which,
		twin: Which,
	},
	SetTerms {
		service: Which,
		stranger: Option<Which>,
		base: u128,
		metered: u128,
	},
	ApproveService {
		service: Which,
		by_consumer: bool,
		by_provider: bool,
		others: bool,
	},
	BillService {
		service: Which,
		stranger: Option<Which>,
		metered: u128,
	},
	CancelService {
		service: Which,
		who: Option<Which>,
	},

	Stake {
		who: Which,
		amount: u128,
		/// Whether it is given the money before.
		funded: bool,
	},
	/// Hundredths of what is staked.
	Unstake {
		who: Which,
		hundredths: u128,
	},
	WithdrawStake {
		who: Which,
	},

	RegisterProvider {
		who: Which,
	},
	ApproveProvider {
		provider: Which,
		share: Option<u32>,
	},
	PayProvider {
		provider: Which,
	},
	DeleteProvider {
		provider: Which,
		stranger: Option<Which>,
		paid: bool,
	},
	AcceptProvider {
		farm: Which,
		provider: Which,
		stranger: Option<Which>,
	},
	DismissProvider {
		farm: Which,
		provider: Which,
		stranger: Option<Which>,
	},

	AddIp {
		farm: Which,
		ip: u8,
		stranger: Option<Which>,
	},
	RemoveIp {
		farm: Which,
		ip: Which,
		certifier: bool,
	},
	OfferFarm {
		farm: Which,
		twin: Which,
		stranger: Option<Which>,
	},
	AcceptFarm {
		farm: Which,
		stranger: Option<Which>,
	},
	SetPayout {
		farm: Which,
		payout: Option<Which>,
	},

	AcceptTerms {
		who: Which,
	},
	CreateTwin {
		who: Which,
	},
	OfferTwin {
		who: Which,
		to: Which,
	},
	AcceptTwin {
		twin: Which,
		stranger: Option<Which>,
	},
	DeleteTwin {
		who: Which,
		/// Whether it is one on which something has stood and nothing stands any more, if there is any.
		idle: bool,
	},
	/// Somebody ends all that stands on its twin, as far as it is its own to end, and deletes the twin.
	Leave {
		who: Which,
	},
	/// Somebody who deploys gets a twin: one that has none, if there is any.
	Arrive {
		who: Which,
		/// What it is given before.
		funds: u128,
	},

	Join {
		farm: Which,
		hardware: Parts,
	},
	Rebuild {
		machine: Which,
		hardware: Parts,
	},
	Certify {
		node: Which,
		found: bool,
		off_by: u64,
	},
	Maintain {
		node: Which,
		seconds: Option<u64>,
		stranger: Option<Which>,
	},
	SetExtraFee {
		node: Which,
		fee: Option<u128>,
		stranger: Option<Which>,
	},
	SetTenancy {
		node: Which,
		dedicated: bool,
		stranger: Option<Which>,
	},
	Retire {
		node: Which,
		stranger: Option<Which>,
	},
	CancelRetirement {
		node: Which,
	},
	Revoke {
		machine: Which,
	},

	/// Thousandths of a dollar for one TFT.
	Feed {
		who: Which,
		thousandths: u128,
	},
	/// The same: the band moves the price at once.
	Band {
		one: u128,
		other: u128,
	},
	/// Thousandths of a dollar.
	Policy {
		cu: u128,
		su: u128,
		nu: u128,
		ipv4: u128,
		name: u128,
	},
	Times {
		window: u64,
		slack: u64,
		delivery: u64,
		minimum: u64,
		grace: u64,
		gone: u64,
	},
	Shares {
		burned: u32,
		treasury: u32,
		validators: u32,
	},
	Discounts {
		months: [u64; 4],
		limit: u32,
		unbonding: u64,
	},
	Silence {
		live_blocks: u32,
		late_credit: u64,
		period: u64,
	},

	/// Somebody sends all away but this, in units of 10^-7 TFT.
	Drain {
		who: Which,
		leave: u128,
	},
	TopUp {
		who: Which,
		amount: u128,
	},
}

fn which() -> impl Strategy<Value = Which> + Clone {
	0..64usize
}

/// Whoever deploys, for the most part.
fn tenant() -> impl Strategy<Value = Which> + Clone {
	prop_oneof![8 => 3..7usize, 2 => 0..9usize, 2 => guest()]
}

/// Who comes and goes.
fn guest() -> impl Strategy<Value = Which> + Clone {
	11..13usize
}

/// A node from the beginning, for the most part.
fn node() -> impl Strategy<Value = Which> + Clone {
	prop_oneof![4 => 0..5usize, 1 => which()]
}

fn stranger() -> impl Strategy<Value = Option<Which>> + Clone {
	prop_oneof![9 => Just(None), 1 => which().prop_map(Some)]
}

fn perhaps() -> impl Strategy<Value = Option<Which>> + Clone {
	prop_oneof![2 => Just(None), 1 => which().prop_map(Some)]
}

fn resources() -> impl Strategy<Value = Parts> {
	let memory = prop_oneof![4 => (0..4u64).prop_map(|gb| gb * 1_024), 1 => 0..5_000u64];
	let ssd = prop_oneof![4 => (0..50u64).prop_map(|gb| gb * 1_024), 1 => 0..50_000u64];
	let hdd = prop_oneof![4 => Just(0), 1 => (0..300u64).prop_map(|gb| gb * 1_024)];
	(0..7u32, memory, ssd, hdd).prop_map(|(cores, memory, ssd, hdd)| Parts {
		cores,
		memory,
		ssd,
		hdd,
		gpus: 0,
	})
}

fn hardware() -> impl Strategy<Value = Parts> {
	(1..16u32, 1..33u64, 50..600u64, 0..1_300u64).prop_map(|(cores, memory, ssd, hdd)| Parts {
		cores,
		memory: memory * 1_024,
		ssd: ssd * 1_024,
		hdd: hdd * 1_024,
		gpus: 0,
	})
}

fn traffic() -> impl Strategy<Value = u64> {
	prop_oneof![Just(0), 0..5_000_000_000u64]
}

fn manner() -> impl Strategy<Value = Manner> {
	prop_oneof![
		8 => Just(Manner::Honest),
		3 => (2..9u32).prop_map(Manner::Lazy),
		2 => (-200..500i64).prop_map(Manner::Liar),
		2 => Just(Manner::Off),
	]
}

/// Units of 10^-7 TFT: about what windows cost, what deposits cost, or what stakes are.
fn amount() -> impl Strategy<Value = u128> {
	prop_oneof![2 => 1..3_000_000u128, 3 => 1..200_000_000u128, 2 => 1_000_000_000..1_000_000_000_000u128]
}

fn of_time() -> impl Strategy<Value = Step> {
	use Step::*;
	prop_oneof![
		8 => (1..4u32).prop_map(Pass),
		2 => (1..6u64).prop_map(Stand),
		1 => (11..200u64).prop_map(Stand),
	]
}

fn of_machines() -> impl Strategy<Value = Step> {
	use Step::*;
	prop_oneof![
		4 => (which(), manner()).prop_map(|(machine, manner)| Behave { machine, manner }),
		1 => which().prop_map(|machine| Reboot { machine }),
		2 => (which(), prop_oneof![Just(0), 0..1_000_000_000u64])
			.prop_map(|(machine, bytes)| Flow { machine, bytes }),
		3 => (which(), hardware()).prop_map(|(farm, hardware)| Join { farm, hardware }),
		1 => (which(), hardware()).prop_map(|(machine, hardware)| Rebuild { machine, hardware }),
		2 => (which(), any::<bool>(), 0..3u64)
			.prop_map(|(node, found, off_by)| Certify { node, found, off_by }),
		1 => (which(), prop::option::of(0..200u64), stranger())
			.prop_map(|(node, seconds, stranger)| Maintain { node, seconds, stranger }),
		2 => (which(), prop::option::of(0..200_000_000_000u128), stranger())
			.prop_map(|(node, fee, stranger)| SetExtraFee { node, fee, stranger }),
		1 => (which(), prop::bool::weighted(0.4), stranger())
			.prop_map(|(node, dedicated, stranger)| SetTenancy { node, dedicated, stranger }),
		1 => (which(), stranger()).prop_map(|(node, stranger)| Retire { node, stranger }),
		1 => which().prop_map(|node| CancelRetirement { node }),
		1 => which().prop_map(|machine| Revoke { machine }),
	]
}

fn of_contracts() -> impl Strategy<Value = Step> {
	use Step::*;
	let ips = || prop_oneof![12 => Just(0u8), 8 => 0..4u8, 1 => 0..18u8];
	prop_oneof![
			20 => (tenant(), node(), resources(), ips(), traffic(), perhaps(), any::<bool>(), perhaps()).prop_map(
	|(who, node, resources, ips, traffic, provider, confirmed, within)| Deploy { who, node, resources, ips, traffic, provider, confirmed, within }
			),
			6 => (which(), stranger())
				.prop_map(|(contract, stranger)| Confirm { contract, stranger }),
			6 => (
				(which(), stranger()),
				prop::option::of(resources()),
				prop::option::of(ips()),
				prop::option::of(traffic()),
				any::<bool>()
			)
				.prop_map(|((contract, stranger), resources, ips, traffic, respecified)| Update {
					contract, stranger, resources, ips, traffic, respecified
				}),
			4 => (which(), stranger()).prop_map(|(contract, stranger)| Cancel { contract, stranger }),
			1 => which().prop_map(|contract| ForceCancel { contract }),
			5 => (which(), stranger(), prop_oneof![Just(0), amount()])
			.prop_map(|(contract, stranger, funds)| Resume { contract, stranger, funds }),
			3 => (tenant(), node(), perhaps())
				.prop_map(|(who, node, provider)| Rent { who, node, provider }),
			2 => (tenant(), which()).prop_map(|(who, name)| Reserve { who, name }),
			2 => (which(), which(), stranger()).prop_map(|(contract, provider, stranger)| Attach {
				contract, provider, stranger
			}),
		]
}

fn of_services() -> impl Strategy<Value = Step> {
	use Step::*;
	let usd = || 0..3_000_000_000u128;
	prop_oneof![
		2 => (tenant(), prop_oneof![4 => 0..7usize, 1 => which()])
			.prop_map(|(who, twin)| OfferService { who, twin }),
		2 => (which(), stranger(), usd(), usd()).prop_map(|(service, stranger, base, metered)| {
			SetTerms { service, stranger, base, metered }
		}),
		4 => (which(), prop::bool::weighted(0.8), prop::bool::weighted(0.8), prop::bool::weighted(0.1)).prop_map(
			|(service, by_consumer, by_provider, others)| ApproveService { service, by_consumer, by_provider, others }
		),
		3 => (which(), stranger(), 0..100_000_000u128).prop_map(|(service, stranger, metered)| {
			BillService { service, stranger, metered }
		}),
		1 => (which(), perhaps()).prop_map(|(service, who)| CancelService { service, who }),
	]
}

fn of_sharing() -> impl Strategy<Value = Step> {
	use Step::*;
	prop_oneof![
		4 => (tenant(), amount(), any::<bool>()).prop_map(|(who, amount, funded)| Stake { who, amount, funded }),
		2 => (tenant(), 0..120u128).prop_map(|(who, hundredths)| Unstake { who, hundredths }),
		2 => tenant().prop_map(|who| WithdrawStake { who }),
		1 => which().prop_map(|who| RegisterProvider { who }),
		3 => (which(), prop::option::weighted(0.8, 0..65u32))
			.prop_map(|(provider, share)| ApproveProvider { provider, share }),
		2 => which().prop_map(|provider| PayProvider { provider }),
		1 => (which(), stranger(), any::<bool>())
			.prop_map(|(provider, stranger, paid)| DeleteProvider { provider, stranger, paid }),
		3 => (which(), which(), stranger()).prop_map(|(farm, provider, stranger)| {
			AcceptProvider { farm, provider, stranger }
		}),
		1 => (which(), which(), stranger()).prop_map(|(farm, provider, stranger)| {
			DismissProvider { farm, provider, stranger }
		}),
	]
}

fn of_farms_and_twins() -> impl Strategy<Value = Step> {
	use Step::*;
	prop_oneof![
		6 => (which(), 1..40u8, stranger())
			.prop_map(|(farm, ip, stranger)| AddIp { farm, ip, stranger }),
		2 => (which(), which(), any::<bool>())
			.prop_map(|(farm, ip, certifier)| RemoveIp { farm, ip, certifier }),
		1 => (which(), which(), stranger())
			.prop_map(|(farm, twin, stranger)| OfferFarm { farm, twin, stranger }),
		2 => (which(), stranger()).prop_map(|(farm, stranger)| AcceptFarm { farm, stranger }),
		1 => (which(), perhaps()).prop_map(|(farm, payout)| SetPayout { farm, payout }),
		1 => which().prop_map(|who| AcceptTerms { who }),
		1 => which().prop_map(|who| CreateTwin { who }),
		2 => (tenant(), prop_oneof![6 => 7..11usize, 1 => which()]).prop_map(|(who, to)| OfferTwin { who, to }),
		3 => (which(), stranger()).prop_map(|(twin, stranger)| AcceptTwin { twin, stranger }),
		2 => (which(), prop::bool::weighted(0.6)).prop_map(|(who, idle)| DeleteTwin { who, idle }),
		2 => prop_oneof![8 => guest(), 1 => tenant()].prop_map(|who| Leave { who }),
		4 => (which(), prop_oneof![Just(0), amount()])
			.prop_map(|(who, funds)| Arrive { who, funds }),
	]
}

fn of_the_region() -> impl Strategy<Value = Step> {
	use Step::*;
	let usd = || 0..50u128;
	prop_oneof![
		4 => (which(), 0..60u128).prop_map(|(who, thousandths)| Feed { who, thousandths }),
		1 => (1..100u128, 1..100u128).prop_map(|(one, other)| Band { one, other }),
		2 => (usd(), usd(), usd(), usd(), usd())
			.prop_map(|(cu, su, nu, ipv4, name)| Policy { cu, su, nu, ipv4, name }),
		2 => (6..130u64, 0..130u64, 6..90u64, 0..130u64, 0..300u64, 100..700u64).prop_map(
			|(window, slack, delivery, minimum, grace, gone)| Times {
				window, slack, delivery, minimum, grace, gone
			}
		),
		1 => (0..34u32, 0..34u32, 0..33u32).prop_map(|(burned, treasury, validators)| Shares {
			burned, treasury, validators
		}),
		1 => (prop::array::uniform4(1..20u64), 0..100u32, 0..200u64)
			.prop_map(|(months, limit, unbonding)| Discounts { months, limit, unbonding }),
		2 => (1..12u32, 6..100u64, 150..500u64).prop_map(|(live_blocks, late_credit, period)| {
			Silence { live_blocks, late_credit, period }
		}),
	]
}

fn of_money() -> impl Strategy<Value = Step> {
	use Step::*;
	prop_oneof![
		2 => (tenant(), 0..5_000_000u128).prop_map(|(who, leave)| Drain { who, leave }),
		3 => (tenant(), amount()).prop_map(|(who, amount)| TopUp { who, amount }),
	]
}

pub fn step() -> impl Strategy<Value = Step> {
	prop_oneof![
		25 => of_time(),
		10 => of_machines(),
		30 => of_contracts(),
		7 => of_services(),
		8 => of_sharing(),
		11 => of_farms_and_twins(),
		7 => of_the_region(),
		8 => of_money(),
	]
}
