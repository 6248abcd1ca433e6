// Writes tar archives for tests, in the three forms that programs write, and such as no honest program writes.

/** A member of a tar archive. */
export interface TarSpec {
  readonly name: string;
  readonly content?: string | Buffer;
  /** `2` a symbolic link, `5` a folder … Default: `0`, a file */
  readonly type?: string;
  readonly linkTo?: string;
  /** How a long name is written. Default: the name is short */
  readonly longName?: "pax" | "gnu" | "prefix";
}

/** Returns the bytes of a tar archive. */
export function writeTar(members: readonly TarSpec[], options: { readonly hasEnd?: boolean } = {}): Buffer {
  const parts = members.flatMap(writeMember);
  return Buffer.concat(options.hasEnd === false ? parts : [...parts, Buffer.alloc(1024)]);
}

function writeMember({ name, content = "", type = "0", linkTo = "", longName }: TarSpec): readonly Buffer[] {
  const bytes = Buffer.from(content);
  if (longName === "prefix") {
    const slash = name.lastIndexOf("/");
    return [header(name.slice(slash + 1), bytes.length, type, linkTo, name.slice(0, slash)), pad(bytes)];
  }
  const long: Buffer[] = [];
  if (longName === "gnu") {
    const text = Buffer.from(`${name}\u0000`);
    long.push(header("././@LongLink", text.length, "L"), pad(text));
  }
  if (longName === "pax") {
    const line = (length: number): string => `${length} path=${name}\n`;
    let length = Buffer.byteLength(line(0));
    while (Buffer.byteLength(line(length)) !== length) length = Buffer.byteLength(line(length));
    const text = Buffer.from(line(length));
    long.push(header("PaxHeaders/x", text.length, "x"), pad(text));
  }
  return [...long, header(longName === undefined ? name : "cut", bytes.length, type, linkTo), pad(bytes)];
}

function header(name: string, size: number, type: string, linkTo = "", prefix = ""): Buffer {
  const block = Buffer.alloc(512);
  block.write(name, 0, 100, "utf8");
  block.write("0000644\u00000000000\u00000000000\u0000", 100, "latin1");
  block.write(`${size.toString(8).padStart(11, "0")}\u0000`, 124, "latin1");
  block.write("00000000000\u0000        ", 136, "latin1");
  block.write(type, 156, "latin1");
  block.write(linkTo, 157, 100, "utf8");
  block.write("ustar\u000000", 257, "latin1");
  block.write(prefix, 345, 155, "utf8");
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\u0000 `, 148, "latin1");
  return block;
}

function pad(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}
