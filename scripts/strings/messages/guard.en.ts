// What the command `guard` says, in English: the reference. `{paths}` are quoted for a shell.

export const guardEn = {
  "guard.wordpress": "is the raw export of a WordPress blog",
  "guard.blogger": "is the raw export of a Blogger blog",
  "guard.disqus": "is a raw export of Disqus comments",
  "guard.sql": "is a database dump",
  "guard.locked": "is an archive that cannot be looked into: locked, broken or of a kind that is not known here",
  "guard.inCommits": "in {commits}",
  "guard.why":
    "Raw exports hold e-mail addresses and IP numbers of people who commented. They belong in the folder exports/ on your own machine, which Git ignores, and never into Git.",
  "guard.unstage":
    "Nothing was committed. Take it out of the commit with\n\n  git rm --cached -- {paths}\n\nThe file itself stays where it is. Move it into exports/, and commit again.",
  "guard.rewrite":
    "To remove the file in a new commit is not enough: the old commit keeps it. If it is only on your machine, undo the commit (git reset --soft HEAD~1), take the file out (git rm --cached), and commit again. If it was pushed, close the pull request, delete the branch, make the change anew without the file, and tell the archive's owner: whoever has fetched the branch has the file. docs/redaction.md says how a history is rewritten.",
} as const;
