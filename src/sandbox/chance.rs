//! Chance that is the same each time: numbers, choices and ids from a seed. No machine's own chance is asked.

/// A series of numbers that look random (SplitMix64). The same seed makes the same series.
#[derive(Clone, Debug)]
pub(super) struct Chance(u64);

impl Chance {
    /// The series of this seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Another series for each number and text that is stirred in, in whatever order they come.
    pub fn stir(&mut self, number: u64) {
        self.0 ^= Self(number).roll();
    }

    /// The next number.
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below this one, which is not 0.
    pub fn below(&mut self, end: u32) -> u32 {
        // The product's upper half: below `end`, and even enough.
        (((self.roll() >> 32) * u64::from(end)) >> 32) as u32
    }

    /// One of these; of nothing, what is nothing for their type.
    pub fn pick<T: Copy + Default>(&mut self, all: &[T]) -> T {
        let place = self.below(u32::try_from(all.len()).unwrap_or(u32::MAX));
        all.get(place as usize).copied().unwrap_or_default()
    }

    /// A uuid of version 4.
    pub fn uuid(&mut self) -> u128 {
        let random = u128::from(self.roll()) << 64 | u128::from(self.roll());
        random & !(0xF << 76 | 0x3 << 62) | 0x4 << 76 | 0x2 << 62
    }
}

/// A number for a text, another for another (FNV-1a).
pub(super) fn number(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_makes_the_same_series() {
        let series = |seed| {
            let mut chance = Chance::new(seed);
            [chance.roll(), chance.roll(), chance.roll()]
        };
        assert_eq!(series(7), series(7));
        assert_ne!(series(7), series(8));
    }

    #[test]
    fn what_is_stirred_in_counts_and_its_order_does_not() {
        let series = |numbers: &[u64]| {
            let mut chance = Chance::new(1);
            numbers.iter().for_each(|number| chance.stir(*number));
            chance.roll()
        };
        assert_eq!(series(&[1, 2, 3]), series(&[3, 1, 2]));
        assert_ne!(series(&[1, 2]), series(&[1, 3]));
        assert_ne!(series(&[]), series(&[0]));
    }

    #[test]
    fn choices_reach_everything_and_nothing_else() {
        let mut chance = Chance::new(3);
        let mut seen = [0_u32; 7];
        for _ in 0..7_000 {
            seen[chance.below(7) as usize] += 1;
        }
        assert!(seen.iter().all(|count| (800..1_200).contains(count)), "{seen:?}");
        assert_eq!(chance.below(1), 0);
        assert_eq!(chance.pick::<&str>(&[]), "");
        assert_ne!(number("Segment"), number("Role"));
    }
}
