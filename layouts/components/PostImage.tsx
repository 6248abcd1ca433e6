// The featured image of a post, or the plain truth that it is not held.

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

/** The same box as present-image.ts draws in texts. */
function AbsentImage({ page, image }: PostImageProps) {
  const { t } = page;
  const address = webAddress(image.path);
  return (
    <div class="image-not-held" data-pagefind-ignore="all">
      <img src={page.href(page.assets.imageNotHeld)} alt="" width="40" height="40" />{" "}
      <span class="image-not-held-label">{image.isUnshown ? t["image.notShown"] : t["image.notHeld"]}</span>{" "}
      {image.alt !== "" && <span class="image-not-held-alt">{image.alt}</span>}{" "}
      {address === undefined ? (
        <span class="image-not-held-address">{image.path}</span>
      ) : (
        <a class="image-not-held-address" href={address} rel="external noopener">
          {image.path}
        </a>
      )}
    </div>
  );
}
