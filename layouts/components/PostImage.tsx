// The featured image of a post, or the plain truth that it is not held.

import { h } from "preact";
import { type Picture, writeSrcset } from "../../scripts/site/images/picture.ts";
import type { FeaturedImage, PageContext } from "../../scripts/site/view.ts";
import { webAddress } from "../web-address.ts";

interface PostImageProps {
  readonly page: PageContext;
  readonly image: FeaturedImage;
}

/** Draws a held image, or a box with a link to the old address; nothing is ever loaded from elsewhere. */
export function PostImage({ page, image }: PostImageProps) {
  return (
    <figure class="post-image">
      {image.picture === undefined ? (
        <AbsentImage page={page} image={image} />
      ) : (
        <HeldPicture page={page} picture={image.picture} alt={image.alt} />
      )}
      {image.caption !== undefined && <figcaption>{image.caption}</figcaption>}
    </figure>
  );
}

interface HeldPictureProps {
  readonly page: PageContext;
  readonly picture: Picture;
  readonly alt: string;
}

function HeldPicture({ page, picture, alt }: HeldPictureProps) {
  const { sizes } = picture;
  const image = (
    <img
      class="u-featured"
      src={page.href(picture.path)}
      srcset={picture.files.length === 0 ? undefined : writeSrcset(picture.files, page.href)}
      sizes={sizes}
      alt={alt}
      width={picture.width}
      height={picture.height}
      decoding="async"
    />
  );
  if (picture.sources.length === 0) return image;
  return (
    <picture>
      {picture.sources.map(({ type, files }) => (
        <source key={type} type={type} srcset={writeSrcset(files, page.href)} sizes={sizes} />
      ))}
      {image}
    </picture>
  );
}

/** The same box as present-image.ts draws in texts; the style sheet shows its words. */
function AbsentImage({ page, image }: PostImageProps) {
  const label = page.t[image.isUnshown ? "image.notShown" : "image.notHeld"];
  const address = webAddress(image.path);
  const box = { role: "group" as const, "aria-label": label, "data-words": label };
  const link = { href: address, rel: "external noopener", "aria-label": image.path };
  return (
    <span class="image-not-held" {...box}>
      <img src={page.href(page.assets.imageNotHeld)} alt="" width="40" height="40" />
      {image.alt !== "" && <span class="image-not-held-alt" role="img" aria-label={image.alt} data-words={image.alt} />}
      {h(address === undefined ? "span" : "a", {
        class: "image-not-held-address",
        "data-words": image.path,
        ...(address === undefined ? {} : link),
      })}
    </span>
  );
}
