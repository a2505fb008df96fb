import type { Picture } from '#app/domain/territories/map'

/** The comuni as a picture, each a link; the list beside it says the same in words. */
export function TerritoryMap({ picture, label, current }: { picture: Picture; label: string; current?: string }) {
  return (
    <svg className="territory-map" viewBox={`0 0 ${picture.width} ${picture.height}`} role="group" aria-label={label}>
      {picture.places.map(({ slug, name, path, x, y }) => (
        <a
          key={slug}
          href={`/territories/${slug}`}
          aria-label={name}
          tabIndex={-1}
          className={slug === current ? 'current' : undefined}
        >
          <title>{name}</title>
          {path ? <path d={path} /> : <circle cx={x} cy={y} r={slug === current ? 6 : 4} />}
        </a>
      ))}
    </svg>
  )
}
