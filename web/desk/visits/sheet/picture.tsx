import { useEffect, useState } from 'react';
import type { Vault } from '../offline/vault';

interface Props {
  readonly vault: Vault;
  readonly id: string;
  readonly alt: string;
  readonly className?: string;
}

/** A picture of the vault, opened while it is shown. */
export const Picture = ({ vault, id, alt, className = 'visit-picture' }: Props) => {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let url: string | undefined;
    let here = true;
    void vault.getPicture(id).then((picture) => {
      if (!picture || !here) return;
      url = URL.createObjectURL(picture);
      setAddress(url);
    });
    return () => {
      here = false;
      if (url) URL.revokeObjectURL(url);
    };
  }, [vault, id]);
  return address ? <img src={address} alt={alt} className={className} /> : null;
};
