// A list of whole numbers that grows, in four bytes each.

/** Numbers by their places, from 0; what was never set is 0. */
export interface NumberList {
  readonly get: (place: number) => number;
  readonly set: (place: number, value: number) => void;
}

const FIRST_LENGTH = 64;

/** Returns an empty list of numbers from -2³¹ to 2³¹ - 1. */
export function createNumberList(): NumberList {
  let numbers = new Int32Array(FIRST_LENGTH);
  return {
    get: (place) => numbers[place] ?? 0,
    set: (place, value) => {
      if (place >= numbers.length) {
        const longer = new Int32Array(Math.max(place + 1, numbers.length * 2));
        longer.set(numbers);
        numbers = longer;
      }
      numbers[place] = value;
    },
  };
}
