const LONGEST = 1600;
const SMALL_BYTES = 400_000;
const QUALITY = 0.8;

/** A phone's photo is several MB: enough to see, little enough to upload from a village. What cannot be drawn stays as it is. */
export const shrink = async (photo: Blob): Promise<Blob> => {
  if (photo.size <= SMALL_BYTES || !('createImageBitmap' in window)) return photo;
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(photo);
  } catch {
    // HEIC and others that this browser cannot draw go as they are; the office reads them.
    return photo;
  }
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const small = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
  return small && small.size < photo.size ? small : photo;
};
