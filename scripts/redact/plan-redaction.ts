// Decides what a request takes out of an archive, or why nothing can be.

import { findNearest } from "../archive/find-nearest.ts";
import { findTarget } from "../archive/find-record.ts";
import type { Archive, Person } from "../archive/model.ts";
import { toPostFolder } from "../archive/read-archive.ts";
import type { RedactionTarget } from "../archive/redaction-target.ts";
import { listSourceTargets } from "../archive/remove-source.ts";
import { show } from "../archive/show.ts";
import { type Message, toMessage } from "../strings/messages/index.ts";
import type { RedactRequest } from "./apply-redaction.ts";
import { findPerson } from "./find-person.ts";

/** What is to go. */
export interface RedactionPlan {
  readonly targets: readonly RedactionTarget[];
  /** Records of people/ that go with them. */
  readonly people: readonly Person[];
  /** Names of the person, when one was asked for. */
  readonly names: readonly string[];
  /** Why nothing can be done. */
  readonly refusals: readonly Message[];
}

/** Returns the plan of a request. */
export function planRedaction(archive: Archive, request: RedactRequest): RedactionPlan {
  const { ids, person, source, isDelete } = request;
  if (source !== undefined) return planSource(archive, source);
  const plan = person === undefined ? planIds(archive, ids) : planPerson(archive, person);
  if (isDelete) return plan;
  return { ...plan, refusals: [...plan.refusals, ...plan.targets.flatMap(refuseUnpublished)] };
}

/** The site shows tombstones: that of a post which it does not show would publish the thread below. */
function refuseUnpublished({ post, comment }: RedactionTarget): readonly Message[] {
  const { id, status } = post;
  if (comment !== undefined || status === undefined || status === "redacted") return [];
  return [toMessage("redact.unpublished", { id, status, folder: toPostFolder(id) })];
}

function planIds(archive: Archive, ids: readonly string[]): RedactionPlan {
  const targets: RedactionTarget[] = [];
  const refusals: Message[] = [];
  for (const id of new Set(ids)) {
    const found = findTarget(archive, id);
    if ("target" in found) targets.push(found.target);
    else if ("several" in found) {
      refusals.push(toMessage("redact.several", { id: show(id), list: found.several.join(", ") }));
    } else refusals.push(refuse(toMessage("redact.unknown", { id: show(id) }), found.nearest));
  }
  return { targets, people: [], names: [], refusals };
}

function planSource(archive: Archive, source: string): RedactionPlan {
  const ids = archive.sources.map(({ id }) => id);
  const targets = listSourceTargets(archive, source);
  const isKnown = ids.includes(source) || targets.length > 0;
  const refusals = isKnown
    ? []
    : [refuse(toMessage("redact.unknownSource", { id: show(source) }), findNearest(source, ids, ids.length))];
  return { targets, people: [], names: [], refusals };
}

function planPerson(archive: Archive, person: string): RedactionPlan {
  const { targets, people, names, nearest } = findPerson(archive, person);
  const refusals =
    targets.length > 0 || people.length > 0
      ? []
      : [refuse(toMessage("redact.unknownPerson", { name: show(person) }), nearest)];
  return { targets, people, names, refusals };
}

function refuse(what: Message, nearest: readonly string[]): Message {
  return nearest.length === 0
    ? what
    : toMessage("redact.nearest", { what, list: nearest.map((name) => show(name)).join(", ") });
}
