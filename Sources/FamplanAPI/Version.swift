/// The version of famplan: the daemon's and the command line's, which are made together.
public enum Version {
    public static let current = "0.1.0"
}
