//! The compact form in which the rulebook travels inside the program.
//!
//! # Design
//!
//! Written and read by the same types in the same build, so reading cannot fail and needs no error for each field:
//! code for errors that cannot happen was a twentieth of the program. A place that is out of bounds ends the program.

/// Something that can be packed.
pub trait Packed: Sized {
    /// Writes it at the end.
    fn pack(&self, to: &mut Vec<u8>);

    /// Reads it from where the reader stands.
    fn unpack(from: &mut Unpacker) -> Self;
}

/// Reads what was packed, from front to back.
pub struct Unpacker<'a>(&'a [u8]);

impl<'a> Unpacker<'a> {
    /// Begins at the front.
    #[must_use]
    pub fn new(packed: &'a [u8]) -> Self {
        Self(packed)
    }

    #[inline(never)]
    fn bytes(&mut self, count: usize) -> &'a [u8] {
        let (front, rest) = self.0.split_at(count);
        self.0 = rest;
        front
    }

    /// Seven bits a byte, the low ones first.
    #[inline(never)]
    fn number(&mut self) -> u32 {
        let byte = u32::from(self.bytes(1)[0]);
        if byte < 0x80 { byte } else { (byte & 0x7f) | (self.number() << 7) }
    }
}

#[inline(never)]
fn pack_number(number: u32, to: &mut Vec<u8>) {
    let [low, ..] = number.to_le_bytes();
    if number < 0x80 {
        to.push(low);
    } else {
        to.push(low | 0x80);
        pack_number(number >> 7, to);
    }
}

impl Packed for u32 {
    fn pack(&self, to: &mut Vec<u8>) {
        pack_number(*self, to);
    }

    fn unpack(from: &mut Unpacker) -> Self {
        from.number()
    }
}

impl Packed for i32 {
    /// The sign goes into the lowest bit.
    fn pack(&self, to: &mut Vec<u8>) {
        pack_number((self << 1 ^ self >> 31).cast_unsigned(), to);
    }

    fn unpack(from: &mut Unpacker) -> Self {
        let number = from.number();
        (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
    }
}

macro_rules! packed_as_number {
    ($($name:ty),*) => {
        $(impl Packed for $name {
            fn pack(&self, to: &mut Vec<u8>) {
                pack_number(u32::from(*self), to);
            }

            fn unpack(from: &mut Unpacker) -> Self {
                Self::try_from(from.number()).unwrap_or_default()
            }
        })*
    };
}

packed_as_number!(u8, u16);

impl Packed for bool {
    fn pack(&self, to: &mut Vec<u8>) {
        pack_number(u32::from(*self), to);
    }

    fn unpack(from: &mut Unpacker) -> Self {
        from.number() != 0
    }
}

impl Packed for String {
    fn pack(&self, to: &mut Vec<u8>) {
        pack_number(u32::try_from(self.len()).unwrap_or(u32::MAX), to);
        to.extend_from_slice(self.as_bytes());
    }

    fn unpack(from: &mut Unpacker) -> Self {
        let length = from.number() as usize;
        Self::from_utf8(from.bytes(length).to_vec()).unwrap_or_default()
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn pack(&self, to: &mut Vec<u8>) {
        pack_number(u32::try_from(self.len()).unwrap_or(u32::MAX), to);
        for item in self {
            item.pack(to);
        }
    }

    fn unpack(from: &mut Unpacker) -> Self {
        let length = from.number();
        (0..length).map(|_| T::unpack(from)).collect()
    }
}

impl<T: Packed> Packed for Option<T> {
    fn pack(&self, to: &mut Vec<u8>) {
        self.is_some().pack(to);
        if let Some(item) = self {
            item.pack(to);
        }
    }

    fn unpack(from: &mut Unpacker) -> Self {
        bool::unpack(from).then(|| T::unpack(from))
    }
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    fn pack(&self, to: &mut Vec<u8>) {
        self.0.pack(to);
        self.1.pack(to);
    }

    fn unpack(from: &mut Unpacker) -> Self {
        (A::unpack(from), B::unpack(from))
    }
}

impl<T: Packed> Packed for [T; 2] {
    fn pack(&self, to: &mut Vec<u8>) {
        self[0].pack(to);
        self[1].pack(to);
    }

    fn unpack(from: &mut Unpacker) -> Self {
        [T::unpack(from), T::unpack(from)]
    }
}

/// Packs a type part by part: a struct by its fields, a tuple of one by what it holds, an enum without data by its
/// place in the list.
macro_rules! packed {
    (struct $name:ident { $($field:ident),* $(,)? }) => {
        impl $crate::engine::Packed for $name {
            fn pack(&self, to: &mut Vec<u8>) {
                let Self { $($field),* } = self;
                $($field.pack(to);)*
            }

            fn unpack(from: &mut $crate::engine::Unpacker) -> Self {
                Self { $($field: $crate::engine::Packed::unpack(from)),* }
            }
        }
    };
    (tuple $name:ident) => {
        impl $crate::engine::Packed for $name {
            fn pack(&self, to: &mut Vec<u8>) {
                self.0.pack(to);
            }

            fn unpack(from: &mut $crate::engine::Unpacker) -> Self {
                Self($crate::engine::Packed::unpack(from))
            }
        }
    };
    (enum $name:ident { $($variant:ident),* $(,)? }) => {
        impl $crate::engine::Packed for $name {
            fn pack(&self, to: &mut Vec<u8>) {
                (*self as u8).pack(to);
            }

            fn unpack(from: &mut $crate::engine::Unpacker) -> Self {
                let place = usize::from(u8::unpack(from));
                [$(Self::$variant),*][place]
            }
        }
    };
}

pub(super) use packed;
