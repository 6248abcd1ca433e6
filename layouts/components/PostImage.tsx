// The featured image of a post, or the plain truth that it is not kept.

import type { PageContext, PostView } from "../../scripts/site/view.ts";
import { webAddress } from "../web-address.ts";
import { Words } from "./Words.tsx";

interface PostImageProps {
  readonly page: PageContext;
  readonly image: NonNullable<PostView["image"]>;
}

/** Draws a held image, or a placeholder with a link to the old address; nothing is ever loaded from elsewhere. */
export function PostImage({ page, image }: PostImageProps) {
  if (image.isHeld) {
    return (
      <figure class="post-image">
        <img class="u-featured" src={page.href(image.path)} alt={image.alt} />
        {image.caption !== undefined && <figcaption>{image.caption}</figcaption>}
      </figure>
    );
  }
  const address = webAddress(image.path);
  return (
    <figure class="post-image is-not-held">
      <img src={page.href(page.assets.imageNotHeld)} alt={image.alt} width="320" height="180" />
      <figcaption>
        {image.caption !== undefined && <span class="image-caption">{image.caption} </span>}
        <span data-pagefind-ignore>
          <Words
            text={page.t["image.notHeld"]}
            values={{
              address:
                address === undefined ? (
                  image.path
                ) : (
                  <a href={address} rel="external noopener">
                    {image.path}
                  </a>
                ),
            }}
          />
        </span>
      </figcaption>
    </figure>
  );
}
