import EventLog

extension Settings {
  /// How the log is opened, by the service and offline.
  var log: LogSettings {
    var log = LogSettings(folder: stateFolder, origin: origin, simulated: simulate)
    log.erasedKeys = erasedKeysFile
    log.backups = backup.places
    log.backupRetention = backup.retention
    log.masterKeyCredential = Credentials.masterKey
    log.crashPoint = crashPoint
    log.program = "talentd \(Daemon.version)"
    return log
  }
}
