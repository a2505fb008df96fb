import type { ProjectPicture } from '#app/domain/budgets/queries.server'

/** A project's picture: its place is kept free before it comes. */
export function ProjectPhoto({
  picture: { id, width, height, alt },
  language,
  small = false,
}: {
  picture: ProjectPicture
  language: string
  small?: boolean
}) {
  return (
    <img
      className={small ? 'project-photo small' : 'project-photo'}
      src={`/files/${id}`}
      alt={alt}
      lang={language}
      width={width ?? undefined}
      height={height ?? undefined}
      loading={small ? 'lazy' : undefined}
      decoding="async"
    />
  )
}
