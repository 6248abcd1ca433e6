// Writes and reads whole numbers in as few bytes as they need, seven bits a byte (LEB128, as in https://protobuf.dev/programming-guides/encoding/#varints).

const UTF8 = { encoder: new TextEncoder(), decoder: new TextDecoder() };

/** Bytes that grow. */
export class PackedWriter {
  private bytes: Uint8Array;
  private size = 0;

  constructor(capacity = 16) {
    this.bytes = new Uint8Array(capacity);
  }

  get length(): number {
    return this.size;
  }

  /** Adds a whole number from 0 to 2^31 - 1. */
  number(value: number): void {
    this.reserve(5);
    let rest = value;
    while (rest > 127) {
      this.bytes[this.size++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.bytes[this.size++] = rest;
  }

  /** Adds a text with its length. */
  text(value: string): void {
    const encoded = UTF8.encoder.encode(value);
    this.number(encoded.length);
    this.append(encoded);
  }

  /** Adds ascending numbers, how many first, each as its distance from the one before. */
  ascending(values: readonly number[]): void {
    this.number(values.length);
    let last = 0;
    for (const value of values) {
      this.number(value - last);
      last = value;
    }
  }

  /** Adds bytes as they are. */
  append(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.size);
    this.size += bytes.length;
  }

  /** Returns what was written, and begins anew. */
  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.size);
    this.size = 0;
    return taken;
  }

  private reserve(count: number): void {
    if (this.size + count <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.size + count));
    larger.set(this.bytes.subarray(0, this.size));
    this.bytes = larger;
  }
}

/** Reads what a PackedWriter wrote. */
export class PackedReader {
  private readonly bytes: Uint8Array;
  /** Where the next value begins. */
  position: number;

  constructor(bytes: Uint8Array, position = 0) {
    this.bytes = bytes;
    this.position = position;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.position++];
      if (byte === undefined) throw new RangeError("The packed numbers end too early.");
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  }

  text(): string {
    const length = this.number();
    const end = this.position + length;
    const value = UTF8.decoder.decode(this.bytes.subarray(this.position, end));
    this.position = end;
    return value;
  }

  ascending(): Uint32Array {
    const values = new Uint32Array(this.number());
    let last = 0;
    for (let index = 0; index < values.length; index += 1) {
      last += this.number();
      values[index] = last;
    }
    return values;
  }
}
