/// No stream of the bundle lacks its last leaves: the event of the export says where each ended, and is itself in the tree.
enum StreamEnds {
  static func check(_ walk: LeafWalk, _ manifest: BundleManifest, _ report: inout BundleReport) {
    report.looked(.streams, at: manifest.streams.count)
    guard let exported = walk.exported, let ends = walk.endsAtExport, exported.cohort == manifest.cohort else {
      return report.note(.streams, .exportMissing, at: manifest.exported)
    }
    for stream in exported.streams {
      let end = ends[stream.name]
      if end?.count != stream.count || end?.digest != stream.head {
        // What is missing came after the last one that is here.
        report.note(.streams, .streamEndDiffers, at: end?.last ?? 0)
      }
    }
    let named = Set(manifest.streams.map(\.name))
    for name in ["cohort/\(manifest.cohort)", "organisation", "record"] where !named.contains(name) {
      if walk.ends[name] != nil || exported.streams.contains(where: { $0.name == name }) {
        report.note(.streams, .streamEndDiffers, at: walk.ends[name]?.last ?? 0)
      }
    }
    for stream in manifest.streams {
      let end = walk.ends[stream.name]
      if end?.count != stream.count || end?.digest != stream.head {
        report.note(.streams, .streamEndDiffers, at: end?.last ?? 0)
      }
    }
  }
}
