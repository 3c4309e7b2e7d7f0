import CCrypto
import FoundationEssentials

/// A SHA-256 of bytes that come piece by piece (FIPS 180-4), by OpenSSL.
final class Digest {
  private let context: OpaquePointer

  init() {
    context = EVP_MD_CTX_new()
    precondition(EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1, "no SHA-256")
  }

  deinit { EVP_MD_CTX_free(context) }

  func add(_ bytes: [UInt8]) {
    let done = bytes.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
    precondition(done == 1, "SHA-256 refused \(bytes.count) bytes")
  }

  func add(_ text: String) { add(Array(text.utf8)) }

  /// 64 hexadecimal digits. Nothing can be added after.
  func finish() -> String {
    let digits = Array("0123456789abcdef")
    return String(finalBytes().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  /// The digest of some bytes as content security policies write it.
  static func base64(of bytes: [UInt8]) -> String {
    let digest = Digest()
    digest.add(bytes)
    return Data(digest.finalBytes()).base64EncodedString()
  }

  private func finalBytes() -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    precondition(EVP_DigestFinal_ex(context, &digest, nil) == 1, "SHA-256 did not end")
    return digest
  }
}
