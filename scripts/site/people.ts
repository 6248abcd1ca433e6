// Who has a page: those who wrote posts, and those whom an editor recorded. Nobody is merged by guess.

import type { CommentFacts, PostFacts } from "../archive/facts.ts";
import type { Person } from "../archive/model.ts";
import { indexPeople } from "../archive/people-index.ts";
import type { Entry } from "./catalog.ts";
import { createGroups, type Group, toGroupSlug } from "./groups.ts";
import type { PlacedComment } from "./placed-comments.ts";

/** Somebody with a page; `label` is the name, `entries` the posts and pages, newest first. */
export interface PersonGroup extends Group {
  /** What an editor recorded; absent for an author known by the name of posts only. */
  readonly person?: Person;
  /** The person's comments: by the recorded names, or marked by the source as those of a post's author. In archive order. */
  readonly comments: readonly PlacedComment[];
  /** Search engines are asked to leave the page out. */
  readonly isHidden: boolean;
}

/** The people of an archive. */
export interface People {
  /** All who have a page, by code points of the name. */
  readonly groups: readonly PersonGroup[];
  /** Other names below comments, with the number of these. */
  readonly commenters: ReadonlyMap<string, number>;
  readonly authorOf: (post: PostFacts) => PersonGroup | undefined;
  readonly commenterOf: (comment: CommentFacts, post: PostFacts) => PersonGroup | undefined;
  /** Former addresses: the slug that an author's name had before an editor recorded it, and the person's. */
  readonly formerSlugs: ReadonlyMap<string, string>;
}

/** Groups posts and comments under the people who wrote them. */
export function createPeople(
  entries: readonly Entry[],
  comments: readonly PlacedComment[],
  recorded: readonly Person[],
): People {
  const findPerson = indexPeople(recorded);
  const slugs = new Set(recorded.map(({ id }) => id));
  const open = new Map<Person, { entries: Entry[]; comments: PlacedComment[] }>();
  for (const person of recorded) open.set(person, { entries: [], comments: [] });
  const free: Entry[] = [];
  const former = new Map<string, Person>();
  for (const entry of entries) {
    const { author, source } = entry.post;
    if (author === undefined) continue;
    const person = findPerson(author, source);
    if (person === undefined) free.push(entry);
    else open.get(person)?.entries.push(entry);
    if (person !== undefined) former.set(author, person);
  }
  const authors = createGroups(free, ({ post }) => (post.author === undefined ? [] : [post.author]), slugs);
  const commentsOfAuthors = new Map<string, PlacedComment[]>(authors.map(({ label }) => [label, []]));
  const commenters = new Map<string, number>();
  for (const placed of comments) {
    const { comment, entry } = placed;
    const person = findRecorded(findPerson, comment, entry.post);
    const list = person ? open.get(person)?.comments : commentsOfAuthors.get(ownPostAuthor(comment, entry.post) ?? "");
    if (list !== undefined) list.push(placed);
    else if (comment.author !== undefined) commenters.set(comment.author, (commenters.get(comment.author) ?? 0) + 1);
  }
  const groups: readonly PersonGroup[] = [
    ...authors.map((group) => ({ ...group, comments: commentsOfAuthors.get(group.label) ?? [] })),
    ...[...open].map(([person, theirs]) => ({
      label: person.name,
      slug: person.id,
      person,
      ...theirs,
    })),
  ]
    .map((group): PersonGroup => ({ ...group, isHidden: isHidden(group) }))
    .sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : a.slug < b.slug ? -1 : 1));
  const byPerson = new Map(groups.flatMap((group) => (group.person ? [[group.person, group] as const] : [])));
  const byAuthor = new Map(groups.flatMap((group) => (group.person ? [] : [[group.label, group] as const])));
  const groupOf = (person: Person | undefined, author: string | undefined): PersonGroup | undefined =>
    person ? byPerson.get(person) : author === undefined ? undefined : byAuthor.get(author);
  return {
    groups,
    commenters,
    authorOf: ({ author, source }) => groupOf(author === undefined ? undefined : findPerson(author, source), author),
    commenterOf: (comment, post) => groupOf(findRecorded(findPerson, comment, post), ownPostAuthor(comment, post)),
    formerSlugs: listFormerSlugs(former, groups),
  };
}

/** A page that repeats a comment which is to stay out of search engines stays out of them with it. */
function isHidden({ person, entries, comments }: Omit<PersonGroup, "isHidden">): boolean {
  if (comments.some(({ comment }) => comment.noindex === true)) return true;
  return person === undefined ? false : (person.noindex ?? entries.length === 0);
}

/** Returns whom an editor recorded for a comment: by its name, or because the source marks it as the post's author's. */
function findRecorded(
  find: ReturnType<typeof indexPeople>,
  comment: CommentFacts,
  post: PostFacts,
): Person | undefined {
  const author = ownPostAuthor(comment, post);
  const byName = comment.author === undefined ? undefined : find(comment.author, comment.source ?? post.source);
  return byName ?? (author === undefined ? undefined : find(author, post.source));
}

/** Returns the post's author when the source says that the comment is by that user; equal names do not say it. */
function ownPostAuthor(comment: CommentFacts, post: PostFacts): string | undefined {
  return comment.by_post_author ? post.author : undefined;
}

// The slugs are those that the names would have if nobody had recorded them; one that is in use again leads nowhere else.
function listFormerSlugs(
  former: ReadonlyMap<string, Person>,
  groups: readonly PersonGroup[],
): ReadonlyMap<string, string> {
  const taken = new Set(groups.map(({ slug }) => slug));
  const slugs = new Map<string, string>();
  for (const [name, { id }] of former) {
    const slug = toGroupSlug(name);
    if (!taken.has(slug)) slugs.set(slug, id);
  }
  return slugs;
}
