import type { PlaceMap } from '#app/domain/budgets/place-map'

/** Where the projects are; the list beside it says the same in words. */
export function ProjectMap({ map, label, budgetId }: { map: PlaceMap; label: string; budgetId: string }) {
  return (
    <svg className="project-map" viewBox={`0 0 ${map.width} ${map.height}`} role="group" aria-label={label}>
      {map.border && <path className="ground" d={map.border} />}
      {map.points.map(({ number, title, x, y }) => (
        <a
          key={number}
          href={`/budgets/${budgetId}/projects/${number}`}
          aria-label={`${number}. ${title}`}
          tabIndex={-1}
        >
          <title>{title}</title>
          <circle cx={x} cy={y} r={18} />
          <text x={x} y={y} textAnchor="middle" dominantBaseline="central">
            {number}
          </text>
        </a>
      ))}
    </svg>
  )
}
